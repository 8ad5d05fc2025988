package souspli.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import souspli.accesslog.EventKind;
import souspli.result.Analyte;
import souspli.result.TestKind;
import souspli.web.Languages;
import souspli.web.Texts;

class PatientTextsTest {
  @Test
  void everyCaseHasItsWords() {
    for (Locale language : Languages.OF_PATIENTS.all()) {
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
  void noLanguageSaysAnotherNumberThanFrench() {
    Texts french = Texts.of("opening", Locale.FRENCH);
    for (Locale language : Languages.OF_PATIENTS.all()) {
      Texts texts = Texts.of("opening", language);
      for (TestKind kind : TestKind.values()) {
        for (String outcome : List.of(".found.", ".notFound.")) {
          for (int number = 1; french.has("advice." + kind + outcome + number); number++) {
            String key = "advice." + kind + outcome + number;
            assertEquals(numbers(french.say(key)), numbers(texts.say(key)), key + " in " + language);
          }
        }
      }
    }
  }

  @Test
  void noEventTakesMoreRoomThanThatOfTheLargestPage() {
    for (Locale language : Languages.OF_PATIENTS.all()) {
      Texts texts = Texts.of("opening", language);
      int largest = bytes(texts.say("event." + EventKind.TRANSFERRED));
      Arrays.stream(EventKind.values())
          .forEach(kind -> assertTrue(bytes(texts.say("event." + kind)) <= largest, kind + " in " + language));
    }
  }

  /** Ages and telephones; a small one may be a word ("two days" has one of its own in Arabic). */
  private static List<String> numbers(String text) {
    return Pattern.compile("[0-9]{2,}").matcher(text).results().map(MatchResult::group).sorted().toList();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
