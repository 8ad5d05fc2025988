package souspli.lock;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import souspli.signin.Sessions;
import souspli.signin.StaffGate;

/**
 * {@code /staff/lock}: F8 on any page of staff, or its script after a quarter of an hour. No page of Faces, so that a
 * view that has expired or broken never keeps a counter open. What was typed comes along, to be given back.
 */
@WebServlet("/-/lock")
public class LockSession extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final String TYPED = "typed.";
  private static final int MOST_FIELDS = 60;
  private static final int LONGEST = 512;

  private final transient Sessions sessions;
  private final transient LeftForm leftForm;

  @Inject
  public LockSession(Sessions sessions, LeftForm leftForm) {
    this.sessions = sessions;
    this.leftForm = leftForm;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    String back = request.getParameter("back");
    boolean now = sessions.lock(request, back == null ? "" : back);
    // only with the request that locks: into a locked session nobody puts anything
    if (now) {
      sessions.waiting(request).ifPresent(here -> leftForm.keep(here.member().id(), typed(request)));
    }
    StaffGate.send(response, "/staff/locked");
  }

  private static Map<String, String> typed(HttpServletRequest request) {
    Map<String, String> fields = new HashMap<>();
    request
        .getParameterMap()
        .forEach(
            (name, values) -> {
              boolean fits = values[0].length() <= LONGEST && fields.size() < MOST_FIELDS;
              if (fits && name.startsWith(TYPED)) {
                fields.put(name.substring(TYPED.length()), values[0]);
              }
            });
    return fields;
  }
}
