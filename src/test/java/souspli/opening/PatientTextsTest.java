package souspli.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import souspli.accesslog.EventKind;
import souspli.result.Analyte;
import souspli.result.TestKind;
import souspli.web.Languages;
import souspli.web.Texts;

class PatientTextsTest {
  @Test
  void everyLanguageSaysEverything() throws IOException {
    TreeSet<Object> french = new TreeSet<>(words(Locale.FRENCH).keySet());
    for (Locale language : Languages.ALL) {
      assertEquals(french, new TreeSet<>(words(language).keySet()), language.toString());
    }
  }

  @Test
  void everyCaseHasItsWords() {
    for (Locale language : Languages.ALL) {
      Texts texts = Texts.of("opening", language);
      Arrays.stream(Fault.values()).forEach(fault -> assertTrue(texts.has("fault." + fault.name())));
      Arrays.stream(EventKind.values()).forEach(kind -> assertTrue(texts.has("event." + kind.name())));
      Arrays.stream(Analyte.values()).forEach(analyte -> assertTrue(texts.has("analyte." + analyte.name())));
      for (TestKind kind : TestKind.values()) {
        assertTrue(texts.has("kind." + kind.name()));
        assertTrue(texts.has("advice." + kind.name() + ".found.1"));
        assertTrue(texts.has("advice." + kind.name() + ".notFound.1"));
      }
    }
  }

  @Test
  void frenchIsSetAsFrenchIs() throws IOException {
    words(Locale.FRENCH)
        .forEach(
            (key, text) -> {
              assertFalse(text.toString().matches(".*[ \\u00a0][;!?].*|.*[^\\u202f][;!?].*"), "U+202F in " + key);
              assertFalse(text.toString().matches(".*[^\\u00a0]:.*"), "U+00A0 in " + key);
              assertFalse(text.toString().matches(".*« .*|.* ».*"), "U+00A0 in " + key);
            });
  }

  @Test
  void apostrophesDoNotEatTheirText() throws IOException {
    for (Locale language : Languages.ALL) {
      words(language)
          .forEach(
              (key, text) -> {
                if (!key.toString().contains("pattern")) {
                  assertFalse(text.toString().contains("'"), key + " in " + language);
                }
              });
    }
  }

  private static Properties words(Locale language) throws IOException {
    String name = "/souspli/opening/texts_" + language.getLanguage() + ".properties";
    try (InputStreamReader file =
        new InputStreamReader(PatientTextsTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      Properties words = new Properties();
      words.load(file);
      return words;
    }
  }
}
