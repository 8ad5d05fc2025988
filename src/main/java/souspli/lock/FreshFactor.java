package souspli.lock;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import souspli.passkeys.SignInByPasskey;
import souspli.signin.CheckFactors;
import souspli.signin.Sessions;
import souspli.staff.Act;
import souspli.staff.Acting;
import souspli.staff.Member;
import souspli.staff.Members;
import souspli.staff.WhoIsActing;

/**
 * Asks in place for a touch or six digits, where an act takes a factor that was shown within five minutes and none was.
 * The form with what was typed stays; what answers the question comes with it the next time. A password is no answer:
 * at a counter others see it typed. What really refuses is {@link Acting#require}.
 */
@Named
@RequestScoped
public class FreshFactor {
  private final WhoIsActing who;
  private final Members members;
  private final CheckFactors factors;
  private final SignInByPasskey byPasskey;
  private final Sessions sessions;

  private Act asked;
  private String fault = "";

  /** For the proxy. */
  protected FreshFactor() {
    this(null, null, null, null, null);
  }

  @Inject
  FreshFactor(
      WhoIsActing who, Members members, CheckFactors factors, SignInByPasskey byPasskey, Sessions sessions) {
    this.who = who;
    this.members = members;
    this.factors = factors;
    this.byPasskey = byPasskey;
    this.sessions = sessions;
  }

  /** Whether this may go on, perhaps by what came with this request; if not, the page asks for it. */
  public boolean isThereFor(Act act) {
    Acting acting = who.require();
    if (!acting.may(act) || acting.isProvenFor(act) || proves(acting)) {
      return true; // whoever may not at all is told so by the use case
    }
    asked = act;
    return false;
  }

  private boolean proves(Acting acting) {
    HttpServletRequest request =
        (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
    String digits = Optional.ofNullable(request.getParameter("proof")).orElse("").replaceAll("\\s", "");
    String passkey = Optional.ofNullable(request.getParameter("passkey")).orElse("");
    if (passkey.isEmpty() && digits.isEmpty()) {
      return false;
    }
    Optional<Member> member =
        passkey.isEmpty()
            ? factors.again(acting.member(), digits)
            : byPasskey.prove(acting.member(), request::getParameter);
    if (member.isEmpty()) {
      fault = passkey.isEmpty() ? "fresh.digits.wrong" : "passkey.refused";
      return false;
    }
    sessions.prove(request);
    who.hasProven();
    return true;
  }

  /** Whether a page that is about to offer this should ask along with it. */
  public boolean needed(String act) {
    return !who.require().isProvenFor(Act.valueOf(act));
  }

  /** Whether this was about to be done, and waits for a factor. */
  public boolean askedFor(String act) {
    return Act.valueOf(act) == asked;
  }

  public Member getMember() {
    return members.find(who.require().member()).orElseThrow();
  }

  /** Key of the sentence that says what was wrong; empty where nothing was. */
  public String getFault() {
    return fault;
  }
}
