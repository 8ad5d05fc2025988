package souspli.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The words of one room in one language, from {@code souspli/ROOM/texts_LANGUAGE.properties} (UTF-8). A word that is
 * missing is a fault, never a key shown to somebody.
 */
public final class Texts {
  private static final Map<String, Texts> LOADED = new ConcurrentHashMap<>();

  private final String name;
  private final Locale numbers;
  private final Map<String, String> words;

  /** Taken apart once; one of them may not be used by two at once, so that each use has a copy. */
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

  private Texts(String name, Locale language, Map<String, String> words) {
    this.name = name;
    this.numbers = numbers(language);
    this.words = words;
  }

  /** The words of a room; read once. */
  public static Texts of(String room, Locale language) {
    String name = "/souspli/" + room + "/texts_" + language.getLanguage() + ".properties";
    return LOADED.computeIfAbsent(name, key -> new Texts(key, language, read(key)));
  }

  /** The text of that key, with {@code {0}} and so on filled where values are given. */
  public String say(String key, Object... values) {
    String text = words.get(key);
    if (text == null) {
      throw new IllegalStateException("no text " + key + " in " + name);
    }
    if (values.length == 0) {
      return text;
    }
    MessageFormat format = formats.computeIfAbsent(key, _ -> new MessageFormat(text, numbers));
    return ((MessageFormat) format.clone()).format(values);
  }

  /** Western digits in every language: they are those of the paper, of the telephone and of every form in France. */
  private static Locale numbers(Locale language) {
    return new Locale.Builder().setLocale(language).setUnicodeLocaleKeyword("nu", "latn").build();
  }

  public boolean has(String key) {
    return words.containsKey(key);
  }

  private static Map<String, String> read(String name) {
    try (InputStream file = Texts.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("no texts " + name);
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      return properties.stringPropertyNames().stream()
          .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
