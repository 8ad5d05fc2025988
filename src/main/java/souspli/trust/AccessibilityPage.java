package souspli.trust;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import souspli.web.Speaker;

/**
 * The page {@code /accessibility}: what was checked for people who see, hear, move or read otherwise, what was not, and
 * whom to tell. It claims what a test holds and nothing more.
 */
@WebServlet("/-/accessibility")
public class AccessibilityPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Speaker speaker;

  @Inject
  AccessibilityPage(Speaker speaker) {
    this.speaker = speaker;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    Spoken.to(request, "/accessibility", speaker);
    request.getRequestDispatcher("/trust/accessibility.xhtml").forward(request, response);
  }
}
