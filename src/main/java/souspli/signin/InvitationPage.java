package souspli.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import souspli.pharmacies.Pharmacies;
import souspli.pharmacies.Pharmacy;
import souspli.staff.Invitation;
import souspli.staff.InvitationSecret;
import souspli.staff.RecoveryCode;
import souspli.web.Headers;

/**
 * {@code /staff/invitation}: asks for the secret (a script takes it out of the address), then for a password and a
 * first six digits. Keeps nothing on the server between the two: the form carries what is needed, sealed where it must
 * be.
 */
@Named
@RequestScoped
public class InvitationPage {

  private static final String POLICY = Headers.NOTHING + "; style-src 'self'; img-src 'self'; script-src 'self'";

  private final AcceptInvitation accept;
  private final Sessions sessions;
  private final Pharmacies pharmacies;

  private String secret = "";
  private Optional<Enrolment> enrolment = Optional.empty();
  private String fault = "";
  private List<String> codes = List.of();
  private String home = "";

  /** For the proxy. */
  protected InvitationPage() {
    this(null, null, null);
  }

  @Inject
  InvitationPage(AcceptInvitation accept, Sessions sessions, Pharmacies pharmacies) {
    this.accept = accept;
    this.sessions = sessions;
    this.pharmacies = pharmacies;
  }

  /** Before the view is shown; a post is decided here. */
  public void arrive() {
    FacesContext context = FacesContext.getCurrentInstance();
    HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
    HttpServletResponse response = (HttpServletResponse) context.getExternalContext().getResponse();
    response.setHeader(Headers.POLICY, POLICY);
    if (request.getMethod().equals("POST") && !context.getResponseComplete()) {
      InvitationSecret.parse(request.getParameter("secret"))
          .ifPresentOrElse(typed -> answer(request, response, typed), () -> refuse(response));
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, InvitationSecret typed) {
    secret = typed.text();
    String sealed = request.getParameter("enrolment");
    enrolment = sealed == null ? accept.begin(typed) : accept.again(typed, sealed);
    if (enrolment.isEmpty()) {
      refuse(response);
    } else if (sealed != null) {
      accept(request, response, typed, sealed);
    }
  }

  private void accept(
      HttpServletRequest request, HttpServletResponse response, InvitationSecret typed, String sealed) {
    String password = text(request, "password");
    if (!password.equals(text(request, "again"))) {
      fault(response, "differ");
      return;
    }
    switch (accept.accept(typed, sealed, password, text(request, "totp"))) {
      case AcceptInvitation.Answer.Accepted(var member, var made) -> {
        sessions.begin(request, member);
        codes = made.stream().map(RecoveryCode::text).toList();
        home = StaffGate.home(member.role());
      }
      case AcceptInvitation.Answer.Refused() -> refuse(response);
      case AcceptInvitation.Answer.WrongPassword(var why) ->
          fault(response, why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      case AcceptInvitation.Answer.WrongDigits() -> fault(response, "digits.wrong");
      case AcceptInvitation.Answer.Busy() -> fault(response, "busy");
    }
  }

  private void refuse(HttpServletResponse response) {
    enrolment = Optional.empty();
    secret = "";
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    fault = "no-invitation";
  }

  private void fault(HttpServletResponse response, String which) {
    response.setStatus(422);
    fault = which;
  }

  private static String text(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null || value.length() > 512 ? "" : value;
  }

  /** Whether there is a form to fill in. */
  public boolean isOpened() {
    return enrolment.isPresent() && codes.isEmpty();
  }

  /** Recovery codes of whoever has just come in; shown this once. */
  public List<String> getCodes() {
    return codes;
  }

  /** Where they go on. */
  public String getHome() {
    return home;
  }

  /** Key of the sentence to show; empty where there is none. */
  public String getFault() {
    return fault;
  }

  /** Whether that sentence is about the digits; else it is about the password. */
  public boolean isAboutDigits() {
    return fault.equals("digits.wrong");
  }

  public String getSecret() {
    return secret;
  }

  public String getSealed() {
    return enrolment.map(Enrolment::sealed).orElse("");
  }

  public String getEmail() {
    return invitation().email().text();
  }

  public String getName() {
    return invitation().name().text();
  }

  public String getRole() {
    return invitation().role().name();
  }

  public String getPlace() {
    return invitation().pharmacy().map(pharmacies::get).map(Pharmacy::name).orElse("");
  }

  /** In groups of four, for typing. */
  public String getTotpText() {
    return open().secret().text().replaceAll("(.{4})(?=.)", "$1 ");
  }

  /** For an authenticator on the same device. */
  public String getTotpUri() {
    return open().secret().uri("Souspli", getEmail());
  }

  /** For an authenticator's camera. */
  public String getTotpPicture() {
    return TotpPicture.svg(getTotpUri());
  }

  private Invitation invitation() {
    return open().invitation();
  }

  private Enrolment open() {
    return enrolment.orElseThrow();
  }
}
