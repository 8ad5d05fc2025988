package souspli.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import souspli.settings.Settings;

/**
 * The language of one request, and the words in it: {@code #{say.text('issuing','new.title')}} in a view. It is what a
 * member chose in this session, else what the browser asks for of the languages of staff, else French; a page may
 * choose otherwise, and those of patients do.
 */
@Named("say")
@RequestScoped
public class Speaker {
  /** Session attribute: the {@link Locale} that a member chose. */
  public static final String CHOSEN = "souspli.language";

  private Locale language = Languages.OF_STAFF.first();
  private boolean specimen;

  protected Speaker() {}

  @Inject
  Speaker(Settings settings) {
    specimen = !settings.environment().isProduction();
  }

  public void speak(Locale chosen) {
    language = chosen;
  }

  void listen(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    Object chosen = session == null ? null : session.getAttribute(CHOSEN);
    speak(chosen instanceof Locale locale ? locale : Languages.OF_STAFF.accepted(request.getHeader("Accept-Language")));
  }

  /** Whether every page and slip must say that it is none to rely on. */
  public boolean isSpecimen() {
    return specimen;
  }

  public Locale getLanguage() {
    return language;
  }

  /** Value of {@code dir}. */
  public String getDirection() {
    return Languages.isRightToLeft(language) ? "rtl" : "ltr";
  }

  public String text(String room, String key) {
    return Texts.of(room, language).say(key);
  }

  public String text(String room, String key, Object value) {
    return Texts.of(room, language).say(key, value);
  }

  public String text(String room, String key, Object value, Object other) {
    return Texts.of(room, language).say(key, value, other);
  }
}
