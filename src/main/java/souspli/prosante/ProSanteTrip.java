package souspli.prosante;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import souspli.signin.Sessions;
import souspli.signin.StaffGate;
import souspli.staff.Member;
import souspli.staff.MemberId;
import souspli.staff.WhoIsActing;

/**
 * {@code /staff/psc} leads to the provider, {@code /staff/psc/return} back from it.
 *
 * <p>The session's cookie is for requests that begin here ({@code SameSite=Strict}), and the one by which somebody
 * comes back begins elsewhere: so does every redirect that would answer it. Whoever is let in gets a page that leads on
 * by itself, as the first request of ours.
 */
@WebServlet("/-/psc")
public class ProSanteTrip extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final String DOOR = "/staff/";
  private static final String VIEW = "/signin/sign-in.xhtml";
  private static final String COOKIE =
      Returned.COOKIE + "=%s; Path=/; Max-Age=%d; Secure; HttpOnly; SameSite=Lax";

  private final transient SignInByProSante signIn;
  private final transient Departures departures;
  private final transient Provider provider;
  private final transient Sessions sessions;
  private final transient WhoIsActing who;
  private final transient ProSanteDoor door;

  @Inject
  ProSanteTrip(
      SignInByProSante signIn,
      Departures departures,
      Provider provider,
      Sessions sessions,
      WhoIsActing who,
      ProSanteDoor door) {
    this.signIn = signIn;
    this.departures = departures;
    this.provider = provider;
    this.sessions = sessions;
    this.who = who;
    this.door = door;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    boolean back = String.valueOf(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI)).endsWith("/return");
    if (!provider.isThere() || who.isSignedIn()) {
      StaffGate.send(response, DOOR);
    } else if (back) {
      comeBack(request, response);
    } else {
      leave(request, response);
    }
  }

  private void leave(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      // another site would begin a trip that its visitor knows nothing of
      StaffGate.send(response, DOOR);
      return;
    }
    // whoever comes back brings no cookie of a session: what they take over ends as they go
    Departure departure = departures.fresh(sessions.leave(request).map(Member::id));
    Optional<URI> there = signIn.leave(departure);
    if (there.isPresent()) {
      cookie(response, departures.seal(departure), Departures.LIFE.toSeconds());
      StaffGate.send(response, there.get().toString());
    } else {
      refuse(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "unavailable");
    }
  }

  private void comeBack(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (request.getQueryString() == null) {
      // a page that asks for itself again
      StaffGate.send(response, DOOR);
      return;
    }
    cookie(response, "", 0);
    switch (signIn.signIn(Returned.of(request))) {
      case SignInByProSante.Answer.In(Member member, Optional<MemberId> left) -> {
        sessions.begin(request, member);
        left.ifPresent(whose -> sessions.takenOver(whose, member));
        String home = StaffGate.home(member.role());
        response.setHeader("Refresh", "0; url=" + home);
        door.letIn(home);
        request.getRequestDispatcher("/prosante/arrived.xhtml").forward(request, response);
      }
      case SignInByProSante.Answer.Refused() ->
          refuse(request, response, HttpServletResponse.SC_FORBIDDEN, "refused");
      case SignInByProSante.Answer.Unavailable() ->
          refuse(request, response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "unavailable");
    }
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, int status, String sentence)
      throws IOException, ServletException {
    response.setStatus(status);
    door.refuse(sentence);
    request.getRequestDispatcher(VIEW).forward(request, response);
  }

  private static void cookie(HttpServletResponse response, String value, long seconds) {
    response.addHeader("Set-Cookie", COOKIE.formatted(value, seconds));
  }
}
