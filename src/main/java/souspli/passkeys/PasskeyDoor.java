package souspli.passkeys;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import souspli.signin.Sessions;
import souspli.signin.StaffGate;
import souspli.staff.Member;
import souspli.web.Headers;

/**
 * The second form at the staff's door: a script asks the browser for a passkey and posts what it answers. No session
 * before somebody is in, and one sentence for whatever was wrong.
 */
@Named
@RequestScoped
public class PasskeyDoor {

  private static final String POLICY = Headers.NOTHING + "; style-src 'self'; img-src 'self'; script-src 'self'";

  private final SignInByPasskey signIn;
  private final Challenges challenges;
  private final Ceremonies ceremonies;
  private final Sessions sessions;

  private boolean refused;

  /** For the proxy. */
  protected PasskeyDoor() {
    this(null, null, null, null);
  }

  @Inject
  PasskeyDoor(SignInByPasskey signIn, Challenges challenges, Ceremonies ceremonies, Sessions sessions) {
    this.signIn = signIn;
    this.challenges = challenges;
    this.ceremonies = ceremonies;
    this.sessions = sessions;
  }

  /** Before the view is shown; a post of this form, and of no other, is decided here. */
  public void arrive() {
    FacesContext context = FacesContext.getCurrentInstance();
    HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
    HttpServletResponse response = (HttpServletResponse) context.getExternalContext().getResponse();
    response.setHeader(Headers.POLICY, POLICY);
    if (request.getMethod().equals("POST") && request.getParameter("passkey") != null) {
      Optional<Member> member = Assertion.parse(request::getParameter).flatMap(signIn::signIn);
      if (member.isPresent()) {
        sessions.begin(request, member.get());
        StaffGate.send(response, StaffGate.home(member.get().role()));
        context.responseComplete();
      } else {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        refused = true;
      }
    }
  }

  public boolean isRefused() {
    return refused;
  }

  /** A new one each time the page is shown. */
  public String getChallenge() {
    return challenges.forSignIn().text();
  }

  public String getRelyingParty() {
    return ceremonies.relyingParty();
  }
}
