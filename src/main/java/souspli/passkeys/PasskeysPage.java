package souspli.passkeys;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import souspli.signin.Sessions;
import souspli.signin.StaffGate;
import souspli.staff.Acting;
import souspli.staff.Member;
import souspli.staff.WhoIsActing;

/** {@code /staff/passkeys}: one's own passkeys, a form for one more, a button that removes one. */
@Named
@RequestScoped
public class PasskeysPage {

  static final String PATH = "/staff/passkeys";

  private final WhoIsActing who;
  private final SeePasskeys seePasskeys;
  private final AddPasskey addPasskey;
  private final RemovePasskey removePasskey;
  private final Ceremonies ceremonies;
  private final SignInByPasskey byPasskey;
  private final Sessions sessions;

  private List<Row> rows = List.of();
  private Optional<Row> doomed = Optional.empty();
  private Optional<AddPasskey.Answer.Asked> asked = Optional.empty();
  private String name = "";
  private boolean shared;
  private boolean alone;
  private boolean stale;
  private String fault = "";

  /** For the proxy. */
  protected PasskeysPage() {
    this(null, null, null, null, null, null, null);
  }

  @Inject
  PasskeysPage(
      WhoIsActing who,
      SeePasskeys seePasskeys,
      AddPasskey addPasskey,
      RemovePasskey removePasskey,
      Ceremonies ceremonies,
      SignInByPasskey byPasskey,
      Sessions sessions) {
    this.who = who;
    this.seePasskeys = seePasskeys;
    this.addPasskey = addPasskey;
    this.removePasskey = removePasskey;
    this.ceremonies = ceremonies;
    this.byPasskey = byPasskey;
    this.sessions = sessions;
  }

  /** One line of the list; a day that was not is an empty text. */
  public record Row(String id, String name, String addedOn, String lastUsedOn, boolean copied) {
    private static Row of(Passkey passkey) {
      return new Row(
          Long.toString(passkey.id()),
          passkey.name(),
          passkey.addedOn().toString(),
          passkey.lastUsedOn().map(Object::toString).orElse(""),
          passkey.backupEligible());
    }
  }

  /** Before the view is shown. The buttons name their row themselves: a line could be another's by then. */
  public void arrive() {
    FacesContext context = FacesContext.getCurrentInstance();
    Map<String, String> sent = context.getExternalContext().getRequestParameterMap();
    alone = seePasskeys.alone(who.require());
    if (context.isPostback() && alone && !sent.getOrDefault("passkey", "").isEmpty()) {
      prove((HttpServletRequest) context.getExternalContext().getRequest());
    }
    Acting acting = who.require();
    stale = alone && acting.proof() != Acting.Proof.FRESH;
    // whoever works in a pharmacy has to say that a machine is theirs alone
    shared = context.isPostback() ? sent.containsKey("shared") : acting.role().inPharmacy();
    if (context.isPostback()) {
      name = sent.getOrDefault("name", "");
      if (sent.containsKey("add")) {
        ask(acting, digits(sent));
      } else if (sent.containsKey("attestation")) {
        add(context, acting, sent);
      } else if (sent.containsKey("remove")) {
        remove(context, acting, sent);
      }
    }
    rows = seePasskeys.own(acting).stream().map(Row::of).toList();
    String id = sent.getOrDefault("remove", sent.get("doomed"));
    doomed = rows.stream().filter(row -> row.id().equals(id)).findFirst();
  }

  /** The touch that came along counts for what is asked for with it, and for five minutes. */
  private void prove(HttpServletRequest request) {
    if (byPasskey.prove(who.require().member(), request::getParameter).isPresent()) {
      sessions.prove(request);
      who.hasProven();
    }
  }

  private void ask(Acting acting, String digits) {
    switch (addPasskey.ask(acting, name, digits)) {
      case AddPasskey.Answer.Asked answer -> asked = Optional.of(answer);
      case AddPasskey.Answer.NoName() -> fault = "name";
      case AddPasskey.Answer.WrongDigits() -> fault = alone ? "not-fresh" : "digits";
      case AddPasskey.Answer.TooMany() -> fault = "too-many";
    }
  }

  private void add(FacesContext context, Acting acting, Map<String, String> sent) {
    Optional<byte[]> attestation = Assertion.bytes(sent.get("attestation"));
    Optional<byte[]> clientData = Assertion.bytes(sent.get("clientData"));
    Optional<Member> member =
        attestation.isPresent() && clientData.isPresent()
            ? addPasskey.add(acting, name, attestation.get(), clientData.get())
            : Optional.empty();
    goOn(context, member, "not-added");
  }

  private void remove(FacesContext context, Acting acting, Map<String, String> sent) {
    String id = sent.get("remove");
    if (id.matches("[1-9][0-9]{0,18}")) {
      Optional<Member> member = removePasskey.remove(acting, Long.parseUnsignedLong(id), digits(sent));
      goOn(context, member, stale ? "not-fresh" : alone ? "not-removed" : "digits");
    }
  }

  /** This session goes on under a new id; the others end, as their beginning no longer fits the member. */
  private void goOn(FacesContext context, Optional<Member> member, String otherwise) {
    if (member.isPresent()) {
      HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
      sessions.goOn(request, member.get());
      StaffGate.send((HttpServletResponse) context.getExternalContext().getResponse(), PATH);
      context.responseComplete();
    } else {
      fault = otherwise;
    }
  }

  private static String digits(Map<String, String> sent) {
    String digits = sent.getOrDefault("totp", "").replaceAll("\\s", "");
    return digits.length() <= 16 ? digits : "";
  }

  /** Whether nothing else lets them in: then there are no digits to type. */
  public boolean isAlone() {
    return alone;
  }

  /** Whether they are to touch a passkey first: none was touched in the last five minutes. */
  public boolean isStale() {
    return stale;
  }

  public List<Row> getRows() {
    return rows;
  }

  /** The line that is about to be removed, or null. */
  public Row getDoomed() {
    return doomed.orElse(null);
  }

  public String getName() {
    return name;
  }

  /** Whether others use this machine as well: then none is made that stays in it. */
  public boolean isShared() {
    return shared;
  }

  /** Key of the text that says what is wrong; empty where nothing is. */
  public String getFault() {
    return fault;
  }

  /** Whether the digits were right and the browser is to make one now. */
  public boolean isAsked() {
    return asked.isPresent();
  }

  public String getChallenge() {
    return asked.orElseThrow().challenge().text();
  }

  public String getRelyingParty() {
    return ceremonies.relyingParty();
  }

  public String getHandle() {
    return base64(SignInByPasskey.handle(asked.orElseThrow().member().id()));
  }

  public String getEmail() {
    return asked.orElseThrow().member().email();
  }

  /** Ids of the passkeys that there are, so that no device gets a second one. */
  public String getKnown() {
    return asked.orElseThrow().known().stream()
        .map(passkey -> base64(passkey.credentialId()))
        .collect(Collectors.joining(" "));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
