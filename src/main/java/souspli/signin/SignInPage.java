package souspli.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import souspli.limits.ClientAddress;
import souspli.settings.Settings;

/**
 * {@code /staff/}: one plain form, without a view state and so without a session for whoever only looks at it. On every
 * refusal the page is the same.
 */
@Named
@RequestScoped
public class SignInPage {

  private final SignIn signIn;
  private final Sessions sessions;
  private final Settings settings;

  private String email = "";
  private SignIn.No no = SignIn.No.NONE;
  private boolean recovery;

  /** For the proxy. */
  protected SignInPage() {
    this(null, null, null);
  }

  @Inject
  SignInPage(SignIn signIn, Sessions sessions, Settings settings) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.settings = settings;
  }

  /** Before the view is shown; a post is decided here, but for that of the form for passkeys. */
  public void arrive() {
    FacesContext context = FacesContext.getCurrentInstance();
    HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
    recovery = request.getParameter("recovery") != null;
    if (request.getMethod().equals("POST") && request.getParameter("passkey") == null) {
      HttpServletResponse response = (HttpServletResponse) context.getExternalContext().getResponse();
      answer(context, request, response);
    }
  }

  private void answer(FacesContext context, HttpServletRequest request, HttpServletResponse response) {
    SignIn.Typed typed =
        new SignIn.Typed(
            request.getParameter("email"), request.getParameter("password"), request.getParameter("totp"));
    email = typed.email();
    SignIn.Answer answer = signIn.signIn(typed, ClientAddress.of(request, settings.proxies()));
    no = answer.no().orElse(SignIn.No.NONE);
    if (answer instanceof SignIn.Answer.In(var member)) {
      sessions.begin(request, member);
      StaffGate.send(response, StaffGate.home(member.role()));
      context.responseComplete();
    } else {
      no.to(response);
    }
  }

  /** As typed, so that only the rest is typed again. */
  public String getEmail() {
    return email;
  }

  /** Key of the sentence to show; empty where there is none. */
  public String getFault() {
    return no.sentence();
  }

  /** Whether the field for the second factor says that it takes a recovery code; it takes both either way. */
  public boolean isRecovery() {
    return recovery;
  }

  /** Until the next try. */
  public long getSeconds() {
    return no.seconds();
  }
}
