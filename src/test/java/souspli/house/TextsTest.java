package souspli.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import souspli.web.Languages;

/** Every text there is, is there in every language of its room, and French is set as French is. */
class TextsTest {
  /** U+202F before ; ! ?, U+00A0 before a colon, one of them within « »; the apostrophe is ’. */
  private static final Pattern UNFRENCH =
      Pattern.compile(".*(['\"]|[^\u202f?!][;!?]|[^\u202f\u00a0]»|«[^\u202f\u00a0]|[^\u00a0] ?:(\\s|$)).*");

  private static final Pattern BLANK = Pattern.compile("\\{[0-9]");

  /** The rooms that patients read. */
  private static final Set<String> OF_PATIENTS = Set.of("opening", "slip", "trust");

  static Stream<Path> french() {
    return House.files("main/resources", "texts_fr.properties").stream();
  }

  @Test
  void roomsHaveTexts() {
    assertTrue(french().findAny().isPresent());
  }

  @ParameterizedTest
  @MethodSource("french")
  void everyLanguageHasTheSameKeys(Path french) throws IOException {
    try (Stream<Path> siblings = Files.list(french.getParent())) {
      List<Path> others = siblings.filter(file -> file.toString().endsWith(".properties")).sorted().toList();
      assertEquals(languages(french), others, "languages beside " + french);
      for (Path other : others) {
        assertEquals(lines(texts(french)), lines(texts(other)), "keys of " + other);
        texts(french).forEach((key, text) ->
            assertEquals(blanks(text), blanks(texts(other).get(key)), "what is filled into " + key + " of " + other));
        texts(other).forEach((key, text) -> assertFalse(text.toString().isBlank(), other + ": " + key));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("french")
  void frenchIsSetAsFrenchIs(Path french) {
    List<String> faults = new ArrayList<>();
    texts(french).forEach((key, text) -> {
      boolean pattern = key.toString().contains(".pattern"); // of a date: it quotes letters
      if (!pattern && UNFRENCH.matcher(text.toString().replaceAll("\\{[^}]*\\}|https?://\\S+", "")).matches()) {
        faults.add(key + "=" + text);
      }
    });
    assertEquals(List.of(), faults, french.toString());
  }

  private static List<Path> languages(Path french) {
    boolean patients = OF_PATIENTS.contains(french.getParent().getFileName().toString());
    return (patients ? Languages.OF_PATIENTS : Languages.OF_STAFF)
        .all().stream()
            .map(language -> french.resolveSibling("texts_" + language.getLanguage() + ".properties"))
            .sorted()
            .toList();
  }

  private static Set<String> blanks(Object text) {
    return BLANK.matcher(text.toString()).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static Properties texts(Path file) {
    Properties texts = new Properties();
    try {
      texts.load(new StringReader(House.text(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static String lines(Properties texts) {
    return String.join("\n", new TreeSet<>(texts.stringPropertyNames()));
  }
}
