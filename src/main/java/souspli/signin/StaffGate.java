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
 * further in.
 */
public class StaffGate extends HttpFilter {

  static final String DOOR = "/staff/";

  private static final long serialVersionUID = 1L;

  private static final Set<String> OPEN = Set.of(DOOR, "/staff/invitation", "/staff/psc", "/staff/psc/return");

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
    present.ifPresent(here -> who.is(here.member().acting(), here.member().name(), here.place()));
    if (present.isPresent() && path.equals(DOOR) && !request.getMethod().equals("POST")) {
      send(response, home(present.get().member().role()));
    } else if (present.isPresent() || OPEN.contains(path) || path.equals("/staff")) {
      chain.doFilter(request, response);
    } else if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
      // a script waits for an answer of its own kind
      response.setContentType("text/xml;charset=UTF-8");
      response
          .getWriter()
          .write(
              "<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\""
                  + DOOR
                  + "\"/></partial-response>");
    } else {
      send(response, DOOR);
    }
  }
}
