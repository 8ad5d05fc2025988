package souspli.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souspli.counter.Filled.Carried;
import souspli.scanner.FrenchKeyboard;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import souspli.result.Analyte;
import souspli.result.Finding;
import souspli.result.Outcome;
import souspli.result.TestKind;

/** What fingers type and hidden fields carry. */
class FilledTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "27031952|1952-03-27",
        " 27/3/1952 |1952-03-27",
        "27 03 1952|1952-03-27",
        "27-3-1952|1952-03-27",
        "00001952|1952-00-00",
        "éèà\"&ç(é|1952-03-27",
        "é-à\"&ç(é|1952-03-26",
        "270352|270352",
        "27 mars 1952|27 mars 1952"
      })
  void readsADateAsItIsTyped(String typed, String iso) {
    assertEquals(iso, Filled.isoDate(typed));
  }

  @Test
  void readsFiguresOfAFrenchKeyboard() {
    assertEquals("1234567890", FrenchKeyboard.digits("&é\"'(-è_çà"));
    assertEquals("SP12", FrenchKeyboard.digits("SP&é"));
  }

  @Test
  void carriesAnOutcomeThereAndBack() {
    Outcome outcome = Outcome.of(Map.of(Analyte.INFLUENZA_A, Finding.FOUND, Analyte.INFLUENZA_B, Finding.NOT_FOUND));
    for (Outcome each : List.of(outcome, Outcome.invalid())) {
      assertEquals(Optional.of(each), Carried.parse(TestKind.FLU, Carried.text(TestKind.FLU, each)));
    }
    assertEquals(Optional.empty(), Carried.parse(TestKind.FLU, "FOUND,"));
    assertEquals(Optional.empty(), Carried.parse(TestKind.FLU, ""));
  }
}
