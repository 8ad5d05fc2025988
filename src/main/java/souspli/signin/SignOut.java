package souspli.signin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Ends the session on the server, so that its cookie is worth nothing to whoever kept a copy. */
@WebServlet("/-/sign-out")
public class SignOut extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Sessions sessions;

  @Inject
  public SignOut(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    sessions.end(request);
    StaffGate.send(response, StaffGate.DOOR);
  }
}
