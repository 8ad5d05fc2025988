package souspli.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import souspli.sealedlink.SlipNumber;

/** A scanner is told what it does, and only what stands in the way makes it unfit. */
class ReadingTest {
  @Test
  void theTrialCodesAreWhatTheyLookLikeAndServeForNothing() {
    assertTrue(SlipNumber.parse(TrialCodes.STUB).isPresent());
    LocalDate today = LocalDate.parse("2026-11-24");
    BoxLabel label = BoxLabel.parse(TrialCodes.LABEL, today).orElseThrow();
    assertEquals(TrialCodes.LOT, label.lot());
    assertFalse(label.isUsableOn(today));
  }

  @Test
  void aScannerThatIsSetRight() {
    assertEquals(List.of("code.stub", "digits.right", "suffix.Enter", "pace.right"), keys(TrialCodes.STUB));
    assertEquals(
        List.of("code.box", "digits.right", "letters.right", "separator.right", "suffix.Enter", "pace.right"),
        keys("]d2" + TrialCodes.LABEL));
    assertTrue(Reading.of(TrialCodes.LABEL, 4, "Enter").right());
  }

  @Test
  void anAmericanScannerOnAFrenchComputerIsUnderstood() {
    Reading reading = Reading.of("$déà&àéààààààààààà_&àQA)WZ)?&\u001d&èçç&é\"&", 4, "Enter");
    assertTrue(reading.right(), reading.toString());
    assertTrue(reading.points().stream().anyMatch(point -> point.key().equals("digits.unshifted")));
    assertEquals("digits.unshifted", keys("SP&é\"'(-è_çè").get(1));
  }

  @Test
  void whatStandsInTheWayIsNamed() {
    String lost = TrialCodes.LABEL.replace("\u001d", "");
    assertTrue(keys(lost).contains("separator.lost"));
    assertFalse(Reading.of(lost, 4, "Enter").right());
    assertTrue(keys(TrialCodes.LABEL.replace('\u001d', '|')).contains("separator.replaced"));
    assertTrue(keys(TrialCodes.LABEL.replace("AQ-ZW-M1", "aq-zw-m1")).contains("letters.wrong"));
    assertTrue(keys("https://example.org").contains("code.strange"));
    assertFalse(Reading.of(TrialCodes.STUB, 90, "Enter").right());
    assertTrue(Reading.of(TrialCodes.STUB, 4, "").right());
  }

  private static List<String> keys(String typed) {
    return Reading.of(typed, 4, "Enter").points().stream().map(Reading.Point::key).toList();
  }
}
