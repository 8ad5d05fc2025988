package souspli.signin;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import souspli.staff.Role;
import souspli.staff.WhoIsActing;

/**
 * Stands before everything below {@code /staff/}. Without a session the ways in answer, and all else, whether it
 * exists or not, is one redirect to the first of them. With one, it says who is acting; what they may do is asked
 * further in. While a session is locked nobody is acting: it can be unlocked, ended, or taken over by one of the ways
 * in; all else is one redirect to the page that says so.
 */
public class StaffGate extends HttpFilter {

  static final String DOOR = "/staff/";

  private static final long serialVersionUID = 1L;

  private static final String DEPARTURE = "/staff/psc";

  private static final Set<String> OPEN = Set.of(DOOR, "/staff/invitation", DEPARTURE, "/staff/psc/return");

  private static final String LOCKED = "/staff/locked";

  /** What answers while a session is locked: at the door only a post, by which a colleague takes over. */
  private static final Set<String> OPEN_WHILE_LOCKED =
      Set.of(LOCKED, "/staff/lock", "/staff/sign-out", DOOR, DEPARTURE);

  private final transient Sessions sessions;
  private final transient WhoIsActing who;

  @Inject
  public StaffGate(Sessions sessions, WhoIsActing who) {
    this.sessions = sessions;
    this.who = who;
  }

  /** Where somebody of this role begins. */
  public static String home(Role role) {
    return switch (role) {
      case PHARMACIST, MANAGER -> "/staff/counter";
      case SUPPORT -> "/staff/support";
      case ADMINISTRATOR -> "/staff/members";
    };
  }

  /** See other: the browser asks again with GET, whatever it had sent. */
  public static void send(HttpServletResponse response, String path) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", path);
  }

  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI();
    Optional<Sessions.Present> present = sessions.find(request);
    if (present.isEmpty()) {
      pass(OPEN.contains(path) || path.equals("/staff"), DOOR, request, response, chain);
    } else if (present.get().lock().isPresent()) {
      boolean takesOver = !path.equals(DOOR) || request.getMethod().equals("POST");
      pass(OPEN_WHILE_LOCKED.contains(path) && takesOver, LOCKED, request, response, chain);
    } else if (path.equals(DOOR) && !request.getMethod().equals("POST")) {
      send(response, home(present.get().member().role()));
    } else {
      Sessions.Present here = present.get();
      who.is(here.member().acting(here.proof()), here.member().name(), here.place());
      chain.doFilter(request, response);
    }
  }

  private static void pass(
      boolean open, String elsewhere, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (open) {
      chain.doFilter(request, response);
    } else if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
      // a script waits for an answer of its own kind
      response.setContentType("text/xml;charset=UTF-8");
      response
          .getWriter()
          .write(
              "<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\""
                  + elsewhere
                  + "\"/></partial-response>");
    } else {
      send(response, elsewhere);
    }
  }
}
