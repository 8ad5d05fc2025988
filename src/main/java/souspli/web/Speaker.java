package souspli.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Locale;

/**
 * The language of one request, and the words in it: {@code #{say.text('issuing','new.title')}} in a view. Until
 * somebody chooses, it is French; pages choose by what the browser or the member says.
 */
@Named("say")
@RequestScoped
public class Speaker {
  private Locale language = Languages.ALL.getFirst();

  public void speak(Locale chosen) {
    language = chosen;
  }

  public Locale getLanguage() {
    return language;
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
