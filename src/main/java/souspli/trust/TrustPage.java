package souspli.trust;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import souspli.settings.Settings;
import souspli.web.Speaker;

/**
 * The page {@code /trust}: what is promised, what is not, and what runs here. It knows nothing of any link, so its
 * language may stand in the address.
 */
@WebServlet("/-/trust")
public class TrustPage extends HttpServlet {
  /** Typed inside the unpacked application, it prints the fingerprint; the same as {@link Build} computes. */
  static final String COMMAND = "find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum";

  private static final long serialVersionUID = 1L;

  private final transient Build build;
  private final transient Settings settings;
  private final transient Speaker speaker;

  @Inject
  TrustPage(Build build, Settings settings, Speaker speaker) {
    this.build = build;
    this.settings = settings;
    this.speaker = speaker;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    Spoken.to(request, "/trust", speaker);
    request.setAttribute("trust", new Page(build, settings));
    request.getRequestDispatcher("/trust/trust.xhtml").forward(request, response);
  }

  /** What the view reads, {@code #{trust}}. */
  public record Page(Build build, Settings settings) {
    public String getVersion() {
      return build.version();
    }

    /** In eight groups of eight, so that it can be read aloud and compared. */
    public String getFingerprint() {
      return build.fingerprint().replaceAll(".{8}(?!$)", "$0 ");
    }

    public String getCommand() {
      return COMMAND;
    }

    public int getReadableDays() {
      return settings.readableDays();
    }

    public int getCustodyDays() {
      return settings.custodyDays();
    }
  }
}
