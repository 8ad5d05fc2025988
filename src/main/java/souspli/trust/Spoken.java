package souspli.trust;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import souspli.web.Languages;
import souspli.web.Speaker;
import souspli.web.Texts;

/**
 * The language of a public page that knows nothing of any link, so that it may stand in the address; and the ways to
 * the same page in the others. {@code #{spoken}} in a view.
 *
 * @param path of the page
 */
public record Spoken(String path, Locale language) {
  /** Speaks what the address asks for, else the browser. */
  static Spoken to(HttpServletRequest request, String path, Speaker speaker) {
    Locale accepted = Languages.OF_PATIENTS.accepted(request.getHeader("Accept-Language"));
    speaker.speak(Languages.OF_PATIENTS.named(request.getParameter("lang")).orElse(accepted));
    Spoken spoken = new Spoken(path, speaker.getLanguage());
    request.setAttribute("spoken", spoken);
    return spoken;
  }

  public String getPath() {
    return path;
  }

  /** The other languages of this page. */
  public List<Choice> getOthers() {
    return Languages.OF_PATIENTS.all().stream()
        .filter(other -> !other.equals(language))
        .map(other -> new Choice(other.getLanguage(), Texts.of("trust", other).say("language.own")))
        .toList();
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
