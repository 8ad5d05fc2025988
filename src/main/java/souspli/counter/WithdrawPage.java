package souspli.counter;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import souspli.issuing.Refusal;
import souspli.issuing.WithdrawLink;
import souspli.links.WithdrawGrounds;
import souspli.staff.Act;
import souspli.worklist.Worklist.Row;

/**
 * The end of a slip: why, then what becomes of it, read back before the last key. The patient is told that it was
 * withdrawn, and not why.
 */
@Named
@RequestScoped
public class WithdrawPage {
  private static final String REASON = "withdrawReason";

  /** Those that a pharmacy has by itself. */
  private static final List<WithdrawGrounds> OWN =
      List.of(
          WithdrawGrounds.WRONG_PERSON,
          WithdrawGrounds.WRONG_RESULT,
          WithdrawGrounds.SLIP_ASTRAY,
          WithdrawGrounds.PERSON_ASKS);

  private Filled filled;
  private CounterPage counter;
  private WithdrawLink withdrawLink;
  private Words words;

  protected WithdrawPage() {}

  @Inject
  WithdrawPage(Filled filled, CounterPage counter, WithdrawLink withdrawLink, Words words) {
    this.filled = filled;
    this.counter = counter;
    this.withdrawLink = withdrawLink;
    this.words = words;
  }

  private Optional<WithdrawGrounds> chosen() {
    String name = filled.choice(REASON);
    Optional<WithdrawGrounds> grounds = OWN.stream().filter(each -> each.name().equals(name)).findFirst();
    if (grounds.isEmpty()) {
      filled.fault(REASON, words.say("withdrawReason.missing"));
    }
    return grounds;
  }

  public void readBack() {
    counter.review(chosen().isPresent());
  }

  public void withdraw() {
    Optional<WithdrawGrounds> grounds = chosen(); // first, so that a wrong proof does not lose it
    if (grounds.isEmpty()) {
      counter.review(false);
      return;
    }
    if (!counter.isProvenFor(Act.WITHDRAW)) {
      return;
    }
    switch (withdrawLink.withdraw(counter.acting(), counter.number(), grounds)) {
      case WithdrawLink.Withdrawn() -> counter.answered(words.say("withdraw.done"));
      case Refusal why -> counter.refused(why);
    }
  }

  public List<WithdrawGrounds> getReasons() {
    return OWN;
  }

  /** As it was chosen, to be read back. */
  public String getReason() {
    String name = filled.of(REASON);
    return OWN.stream().filter(each -> each.name().equals(name)).findFirst().map(this::say).orElse("");
  }

  /** Of the open slip, where staff withdrew it and said why. */
  public String getOfOpen() {
    return counter.getRow().flatMap(Row::grounds).map(this::say).orElse("");
  }

  private String say(WithdrawGrounds grounds) {
    return words.say("withdrawReason." + grounds);
  }
}
