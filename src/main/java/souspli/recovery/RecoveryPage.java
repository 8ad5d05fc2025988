package souspli.recovery;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import souspli.signin.Sessions;
import souspli.staff.Acting;
import souspli.staff.RecoveryCode;
import souspli.staff.WhoIsActing;

/** {@code /staff/recovery}: how many codes are left, and a form that makes ten new ones and shows them once. */
@Named
@RequestScoped
public class RecoveryPage {

  private static final int LONGEST = 64;

  private final WhoIsActing who;
  private final SeeRecoveryCodes seeRecoveryCodes;
  private final MakeRecoveryCodes makeRecoveryCodes;
  private final Sessions sessions;

  private OptionalInt left = OptionalInt.empty();
  private List<String> codes = List.of();
  private boolean refused;

  /** For the proxy. */
  protected RecoveryPage() {
    this(null, null, null, null);
  }

  @Inject
  RecoveryPage(
      WhoIsActing who, SeeRecoveryCodes seeRecoveryCodes, MakeRecoveryCodes makeRecoveryCodes, Sessions sessions) {
    this.who = who;
    this.seeRecoveryCodes = seeRecoveryCodes;
    this.makeRecoveryCodes = makeRecoveryCodes;
    this.sessions = sessions;
  }

  /** Before the view is shown. */
  public void arrive() {
    FacesContext context = FacesContext.getCurrentInstance();
    Map<String, String> sent = context.getExternalContext().getRequestParameterMap();
    Acting acting = who.require();
    left = seeRecoveryCodes.left(acting);
    if (context.isPostback() && sent.containsKey("make") && left.isPresent()) {
      String typed = sent.getOrDefault("totp", "");
      Optional<MakeRecoveryCodes.Made> made =
          makeRecoveryCodes.make(acting, typed.length() > LONGEST ? "" : typed.replaceAll("\\s", ""));
      made.ifPresent(
          now -> {
            sessions.goOn((HttpServletRequest) context.getExternalContext().getRequest(), now.member());
            codes = now.codes().stream().map(RecoveryCode::text).toList();
          });
      refused = made.isEmpty();
    }
  }

  /** Whether there is a second factor that a code could stand for. */
  public boolean isPossible() {
    return left.isPresent();
  }

  public int getLeft() {
    return left.orElse(0);
  }

  /** Ten new ones, this once; else none. */
  public List<String> getCodes() {
    return codes;
  }

  /** Whether the factor that was typed was wrong. */
  public boolean isRefused() {
    return refused;
  }
}
