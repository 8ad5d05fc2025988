package souspli.lock;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import souspli.limits.ClientAddress;
import souspli.passkeys.SignInByPasskey;
import souspli.passkeys.Touch;
import souspli.pharmacies.Pharmacies;
import souspli.settings.Settings;
import souspli.signin.Sessions;
import souspli.signin.SignIn;
import souspli.signin.StaffGate;
import souspli.staff.Member;
import souspli.trail.Trail;
import souspli.trail.TrailKind;
import souspli.web.Headers;
import souspli.web.PublicPaths;

/**
 * {@code /staff/locked}: a locked session is unlocked here, by a touch or a password. Shows who locked it and since
 * when, nothing else. Plain forms without a view state.
 */
@Named
@RequestScoped
public class LockPage {
  private static final String DOOR = "/staff/";
  private static final String POLICY = Headers.NOTHING + "; style-src 'self'; img-src 'self'; script-src 'self'";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final Sessions sessions;
  private final SignIn signIn;
  private final SignInByPasskey byPasskey;
  private final Touch touch;
  private final Trail trail;
  private final Pharmacies pharmacies;
  private final Settings settings;

  private Sessions.Waiting waiting;
  private SignIn.No no = SignIn.No.NONE;

  /** For the proxy. */
  protected LockPage() {
    this(null, null, null, null, null, null, null);
  }

  @Inject
  LockPage(
      Sessions sessions,
      SignIn signIn,
      SignInByPasskey byPasskey,
      Touch touch,
      Trail trail,
      Pharmacies pharmacies,
      Settings settings) {
    this.sessions = sessions;
    this.signIn = signIn;
    this.byPasskey = byPasskey;
    this.touch = touch;
    this.trail = trail;
    this.pharmacies = pharmacies;
    this.settings = settings;
  }

  /** Before the view is shown; a post is decided here. */
  public void arrive() {
    FacesContext context = FacesContext.getCurrentInstance();
    HttpServletRequest request = (HttpServletRequest) context.getExternalContext().getRequest();
    HttpServletResponse response = (HttpServletResponse) context.getExternalContext().getResponse();
    response.setHeader(Headers.POLICY, POLICY);
    Optional<String> away =
        sessions.waiting(request).map(here -> arrive(request, response, here)).orElse(Optional.of(DOOR));
    away.ifPresent(
        path -> {
          StaffGate.send(response, path);
          context.responseComplete();
        });
  }

  /** Where to go from here; nowhere while it stays locked. */
  private Optional<String> arrive(
      HttpServletRequest request, HttpServletResponse response, Sessions.Waiting here) {
    waiting = here;
    if (!request.getMethod().equals("POST")) {
      return Optional.empty();
    }
    if (!sessions.tries(request)) {
      return Optional.of(DOOR);
    }
    if (request.getParameter("passkey") == null) {
      byPassword(request, response);
    } else if (byPasskey.prove(here.member().id(), request::getParameter).isPresent()) {
      sessions.unlock(request);
      sessions.prove(request);
    } else {
      refuse(response, new SignIn.No(HttpServletResponse.SC_FORBIDDEN, "passkey.refused", 0));
    }
    if (getFault().endsWith("refused")) {
      trail.refused(here.member().acting(), TrailKind.UNLOCK_REFUSED);
    }
    return getFault().isEmpty() ? Optional.of(onwards(here)) : Optional.empty();
  }

  private void byPassword(HttpServletRequest request, HttpServletResponse response) {
    ClientAddress from = ClientAddress.of(request, settings.proxies());
    Optional<SignIn.No> refusal = signIn.again(waiting.member(), request.getParameter("password"), from).no();
    refusal.ifPresentOrElse(said -> refuse(response, said), () -> sessions.unlock(request));
  }

  private static String onwards(Sessions.Waiting here) {
    return PublicPaths.isStaffPage(here.back()) ? here.back() : StaffGate.home(here.member().role());
  }

  private void refuse(HttpServletResponse response, SignIn.No said) {
    no = said;
    no.to(response);
  }

  /** Key of the sentence to show; empty where there is none. */
  public String getFault() {
    return no.sentence();
  }

  /** Until the next try. */
  public long getSeconds() {
    return no.seconds();
  }

  /** Whose session it is. */
  public Member getMember() {
    return waiting.member();
  }

  /** Whether they have a passkey to touch. */
  public boolean isTouchable() {
    return !touch.allowed(waiting.member()).isEmpty();
  }

  public String getPlace() {
    return waiting.place();
  }

  /** By the clock on the pharmacy's wall. */
  public String getSince() {
    ZoneId zone =
        getMember().pharmacy().map(id -> pharmacies.get(id).zone()).orElseGet(() -> ZoneId.of("Europe/Paris"));
    return TIME.format(waiting.since().atZone(zone));
  }
}
