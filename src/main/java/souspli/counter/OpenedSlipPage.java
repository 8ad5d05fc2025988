package souspli.counter;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import souspli.issuing.GrantTries;
import souspli.issuing.IssuedSlip;
import souspli.issuing.LookAtResult;
import souspli.issuing.Refusal;
import souspli.issuing.ReissueLink;
import souspli.worklist.Worklist.Row;
import souspli.limits.Tries;
import souspli.links.LinkState;
import souspli.links.WithdrawReason;
import souspli.result.Dossier;
import souspli.result.TestResult;
import souspli.sealedlink.DateOfBirth;
import souspli.slip.PaperLanguage;
import souspli.slip.PrintSlip;

/**
 * One slip after it was issued: how it stands, and what can be done with it. Each deed asks once more and says what it
 * did.
 */
@Named
@RequestScoped
public class OpenedSlipPage {
  private Filled filled;
  private CounterPage counter;
  private LookAtResult lookAtResult;
  private ReissueLink reissueLink;
  private GrantTries grantTries;
  private PrintSlip printSlip;
  private PaperLanguage paperLanguage;
  private Words words;

  private TestResult seen;
  private String rightBorn;
  private IssuedSlip issued;

  protected OpenedSlipPage() {}

  @Inject
  OpenedSlipPage(
      Filled filled,
      CounterPage counter,
      LookAtResult lookAtResult,
      ReissueLink reissueLink,
      GrantTries grantTries,
      PrintSlip printSlip,
      PaperLanguage paperLanguage,
      Words words) {
    this.filled = filled;
    this.counter = counter;
    this.lookAtResult = lookAtResult;
    this.reissueLink = reissueLink;
    this.grantTries = grantTries;
    this.printSlip = printSlip;
    this.paperLanguage = paperLanguage;
    this.words = words;
  }

  /* ---- what is done ---- */

  public void leave() {
    counter.turnTo(Task.OPENED);
  }

  public void startEnter() {
    counter.turnTo(Task.ENTER);
  }

  public void startCorrect() {
    counter.turnTo(Task.CORRECT);
  }

  public void startReissue() {
    counter.turnTo(Task.REISSUE);
  }

  public void startGrant() {
    counter.turnTo(Task.GRANT);
  }

  public void startWithdraw() {
    counter.turnTo(Task.WITHDRAW);
  }

  /** Shows the outcome, and leaves a trace that the holder sees. */
  public void look() {
    switch (lookAtResult.look(counter.acting(), counter.number())) {
      case LookAtResult.Looked(_, TestResult result) -> seen = result;
      case Refusal why -> counter.refused(why);
    }
  }

  public void reissue() {
    String typed = filled.of("rightDateOfBirth");
    Optional<DateOfBirth> right = DateOfBirth.parse(Filled.isoDate(typed), DateOfBirth.latest(words.now()));
    if (right.isEmpty() && !typed.isEmpty()) {
      filled.fault("rightDateOfBirth", words.say("fault.MALFORMED.DATE_OF_BIRTH"));
      counter.review(false);
      return;
    }
    rightBorn = right.map(words::date).orElse(null);
    if (right.isPresent() && !counter.isReviewing()) {
      counter.review(true); // with what it opens from now on is read back once
      return;
    }
    switch (reissueLink.reissue(counter.acting(), counter.number(), right)) {
      case ReissueLink.Reissued(IssuedSlip fresh, int opened) -> {
        issued = fresh;
        counter.issued(
            printSlip.print(
                fresh.token(),
                fresh.number(),
                fresh.pharmacy(),
                fresh.readyAt(),
                fresh.readableUntil(),
                paperLanguage.chosen()),
            words.say("reissue.done", opened));
      }
      case ReissueLink.NoKeysToday() -> filled.fault("form", words.say("new.noKeys"));
      case Refusal why -> counter.refused(why);
    }
  }

  public void grant() {
    switch (grantTries.grant(counter.acting(), counter.number())) {
      case GrantTries.Granted(int used, int allowed) -> counter.answered(words.say("grant.done", allowed - used));
      case GrantTries.GrantedBefore() -> counter.answered(words.say("grant.before"));
      case Refusal why -> counter.refused(why);
    }
  }

  @PreDestroy
  void forget() {
    if (issued != null) {
      issued.close();
    }
  }

  /* ---- how it stands ---- */

  private Row row() {
    return counter.getRow().orElseThrow();
  }

  private Optional<Dossier> dossier() {
    return row().dossier();
  }

  public String getNumber() {
    return row().slip().printed();
  }

  public String getName() {
    return dossier().map(dossier -> words.name(dossier.traits())).orElse("");
  }

  public String getBorn() {
    return dossier().map(dossier -> words.born(dossier.traits())).orElse("");
  }

  /** The date of birth that is to open it from now on. */
  public String getRightBorn() {
    return rightBorn;
  }

  public String getTest() {
    return dossier().map(dossier -> words.say("kind." + dossier.sample().kind().code())).orElse("");
  }

  public String getBox() {
    return dossier()
        .map(dossier -> dossier.sample().kit())
        .map(kit -> words.say("slip.box", kit.name(), kit.lot()))
        .orElse("");
  }

  public String getState() {
    Row row = row();
    return switch (row.state()) {
      case PENDING -> words.say("slip.state.PENDING");
      case READY -> words.say(row.corrected() ? "slip.state.corrected" : "slip.state.READY");
      case WITHDRAWN -> words.say("slip.state." + row.reason().map(WithdrawReason::name).orElseThrow());
    };
  }

  public String getIssuedAt() {
    return words.moment(row().issuedAt());
  }

  public String getOpened() {
    return words.say("slip.opened.times", row().opened());
  }

  public String getTries() {
    Tries.State tries = row().tries();
    String key = tries.used() >= tries.allowed() ? "slip.tries.closed" : "slip.tries.left";
    return words.say(key, tries.used(), tries.allowed());
  }

  public String getLastDay() {
    return words.day(row().expiresOn());
  }

  public boolean isLooked() {
    return seen != null;
  }

  public List<String> getSeenLines() {
    return seen == null ? List.of() : words.lines(seen.sample().kind(), seen.outcome());
  }

  public boolean isInCustody() {
    return dossier().isPresent();
  }

  public boolean isWithdrawn() {
    return row().state() == LinkState.WITHDRAWN;
  }

  public boolean isCanEnter() {
    return row().state() == LinkState.PENDING && isInCustody();
  }

  public boolean isCanCorrect() {
    return row().state() == LinkState.READY && isInCustody();
  }

  public boolean isCanReissue() {
    return !isWithdrawn() && isInCustody();
  }

  /** Where no try was wrong there is nothing to give back. */
  public boolean isCanGrant() {
    return !isWithdrawn() && row().tries().used() > 0 && !row().tries().granted();
  }

  public boolean isCanWithdraw() {
    return !isWithdrawn();
  }
}
