package souspli.trust;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import souspli.settings.Settings;
import souspli.web.Languages;
import souspli.web.Speaker;
import souspli.web.Texts;

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
    Locale asked = Languages.OF_PATIENTS.accepted(request.getHeader("Accept-Language"));
    speaker.speak(Languages.OF_PATIENTS.named(request.getParameter("lang")).orElse(asked));
    request.setAttribute("trust", new Page(build, settings, speaker.getLanguage()));
    request.getRequestDispatcher("/trust/trust.xhtml").forward(request, response);
  }

  /** What the view reads, {@code #{trust}}. */
  public record Page(Build build, Settings settings, Locale language) {
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

    /** The other languages of this page. */
    public List<Choice> getOthers() {
      return Languages.OF_PATIENTS.all().stream()
          .filter(other -> !other.equals(language))
          .map(other -> new Choice(other.getLanguage(), Texts.of("trust", other).say("language.own")))
          .toList();
    }
  }

  /** A language to choose, in its own words. */
  public record Choice(String code, String name) {
    public String getCode() {
      return code;
    }

    public String getName() {
      return name;
    }
  }
}
