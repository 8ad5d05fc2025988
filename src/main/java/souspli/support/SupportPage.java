package souspli.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souspli.limits.Tries;
import souspli.links.LinkState;
import souspli.links.WithdrawGrounds;
import souspli.links.WithdrawReason;
import souspli.lock.FreshFactor;
import souspli.scanner.FrenchKeyboard;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Act;
import souspli.staff.WhoIsActing;
import souspli.support.WithdrawBySupport.Answer;
import souspli.web.Speaker;

/** Somebody is on the telephone: a slip's number, how it stands, and its end, which is read back before. */
@Named
@RequestScoped
public class SupportPage {
  private static final String NUMBER = SupportPage.class.getName() + ".number";
  private static final String CONFIRMING = SupportPage.class.getName() + ".confirming";
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  /** Those that one hears on the telephone. */
  private static final List<WithdrawGrounds> GROUNDS =
      List.of(WithdrawGrounds.SLIP_ASTRAY, WithdrawGrounds.PERSON_ASKS, WithdrawGrounds.PHARMACY_ASKS);

  private WhoIsActing who;
  private FindSlip findSlip;
  private WithdrawBySupport withdrawBySupport;
  private FreshFactor freshFactor;
  private Speaker speaker;

  private String typed;
  private String fault;
  private String answer;
  private Optional<FindSlip.Found> found;

  protected SupportPage() {}

  @Inject
  SupportPage(
      WhoIsActing who,
      FindSlip findSlip,
      WithdrawBySupport withdrawBySupport,
      FreshFactor freshFactor,
      Speaker speaker) {
    this.who = who;
    this.freshFactor = freshFactor;
    this.findSlip = findSlip;
    this.withdrawBySupport = withdrawBySupport;
    this.speaker = speaker;
  }

  /* ---- what is done ---- */

  public void start() {
    look(null);
  }

  public void find() {
    look(null);
    String number = typed == null ? "" : typed.strip();
    Optional<SlipNumber> slip = SlipNumber.parse(number).or(() -> SlipNumber.parse(FrenchKeyboard.digits(number)));
    if (slip.isEmpty()) {
      fault = say(number.isEmpty() ? "find.missing" : "find.malformed");
      return;
    }
    look(slip.get().digits());
    if (found().isEmpty()) {
      look(null);
      fault = say("find.unknown");
    }
  }

  public void askToWithdraw() {
    remembered().put(CONFIRMING, Boolean.TRUE);
  }

  public void leave() {
    remembered().remove(CONFIRMING);
  }

  public void withdraw() {
    if (!freshFactor.isThereFor(Act.WITHDRAW_BY_SUPPORT)) {
      return;
    }
    SlipNumber slip = found().orElseThrow().slip();
    Optional<WithdrawGrounds> grounds = GROUNDS.stream().filter(each -> each.name().equals(getReason())).findFirst();
    if (grounds.isEmpty()) {
      fault = say("supportReason.missing");
      return;
    }
    answer =
        switch (withdrawBySupport.withdraw(who.require(), slip, grounds.get())) {
          case Answer.Withdrawn() -> say("withdraw.done", slip.printed());
          case Answer.AlreadyWithdrawn(WithdrawReason _) -> say("withdraw.already");
          case Answer.NotFound() -> say("find.unknown");
          case Answer.TooMany() -> say("withdraw.tooMany");
        };
    look(slip.digits());
  }

  private void look(String number) {
    remembered().put(NUMBER, number);
    remembered().remove(CONFIRMING);
    found = null;
  }

  /** The view remembers a slip number: it tells nothing and opens nothing. */
  private static Map<String, Object> remembered() {
    return FacesContext.getCurrentInstance().getViewRoot().getViewMap();
  }

  private Optional<FindSlip.Found> found() {
    if (found == null) {
      found =
          remembered().get(NUMBER) instanceof String number
              ? findSlip.find(who.require(), SlipNumber.of(number))
              : Optional.empty();
    }
    return found;
  }

  /* ---- what the views show ---- */

  public boolean isFound() {
    return found().isPresent();
  }

  public boolean isConfirming() {
    return remembered().containsKey(CONFIRMING);
  }

  public boolean isCanWithdraw() {
    return found().filter(slip -> slip.state() != LinkState.WITHDRAWN).isPresent();
  }

  public String getNumber() {
    return found().orElseThrow().slip().printed();
  }

  public String getState() {
    FindSlip.Found slip = found().orElseThrow();
    return say("state." + slip.reason().map(WithdrawReason::name).orElseGet(() -> slip.state().name()));
  }

  public String getPharmacy() {
    return found().orElseThrow().pharmacy();
  }

  public String getTelephone() {
    return found().orElseThrow().telephone();
  }

  public String getDay() {
    return DATE.format(found().orElseThrow().issuedOn());
  }

  public String getLastDay() {
    return DATE.format(found().orElseThrow().expiresOn());
  }

  public String getTries() {
    Tries.State tries = found().orElseThrow().tries();
    return speaker.text(
        "support", tries.locked() ? "found.tries.closed" : "found.tries.left", tries.used(), tries.allowed());
  }

  public String getConfirmation() {
    return speaker.text("support", "withdraw.confirm", getNumber(), getPharmacy());
  }

  public List<WithdrawGrounds> getReasons() {
    return GROUNDS;
  }

  /** As it was chosen; no component of the page holds it. */
  public String getReason() {
    Map<String, String> sent = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    return sent.getOrDefault("supportReason", "");
  }

  public String getFault() {
    return fault;
  }

  public String getAnswer() {
    return answer;
  }

  public String getTyped() {
    return typed;
  }

  public void setTyped(String typed) {
    this.typed = typed;
  }

  /** A button's words with the key that presses it. */
  public String key(String key, String text) {
    return "<kbd>" + key + "</kbd>" + say(text);
  }

  private String say(String key) {
    return speaker.text("support", key);
  }

  private String say(String key, Object value) {
    return speaker.text("support", key, value);
  }
}
