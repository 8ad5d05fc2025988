package souspli.opening;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import souspli.accesslog.EventKind;
import souspli.result.Analyte;
import souspli.result.TestKind;
import souspli.web.Languages;
import souspli.web.Texts;

class PatientTextsTest {
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
}
