package souspli.signin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import souspli.staff.Acting;
import souspli.staff.WhoIsActing;
import souspli.trail.Trail;
import souspli.trail.TrailKind;

/** Ends the session on the server, so that its cookie is worth nothing to whoever kept a copy. */
@WebServlet("/-/sign-out")
public class SignOut extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Sessions sessions;
  private final transient WhoIsActing who;
  private final transient Trail trail;

  @Inject
  public SignOut(Sessions sessions, WhoIsActing who, Trail trail) {
    this.sessions = sessions;
    this.who = who;
    this.trail = trail;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    // of a locked session, whose it is: nobody is acting there
    Optional<Acting> whose = who.acting().or(() -> sessions.waiting(request).map(here -> here.member().acting()));
    sessions.end(request); // whatever becomes of the line
    whose.ifPresent(acting -> trail.note(acting, TrailKind.SIGNED_OUT));
    StaffGate.send(response, StaffGate.DOOR);
  }
}
