package souspli.scanner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import souspli.result.Kit.Gtin;

/** Whatever a scanner makes of one label, it is that label; whatever leaves a doubt is none. */
class BoxLabelTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
  private static final BoxLabel LABEL =
      new BoxLabel(new Gtin("03401234567890"), "L42-7A", Optional.of(LocalDate.parse("2027-10-31")), false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "010340123456789010L42-7A\u001d17271031",
        "01034012345678901727103110L42-7A",
        "]d2010340123456789010L42-7A\u001d17271031",
        "]d2\u001d010340123456789010L42-7A\u001d17271031\u001d",
        "]C1010340123456789010L42-7A\u001d17271031",
        "010340123456789010L42-7A|17271031",
        "010340123456789010L42-7A~17271031",
        "010340123456789010L42-7A^17271031",
        "010340123456789010L42-7A{GS}17271031",
        "010340123456789010L42-7A<GS>17271031",
        "010340123456789010L42-7A␝17271031",
        "(01)03401234567890(10)L42-7A(17)271031(21)X9",
        "010340123456789010L42-7A\u001d1727103121SERIAL17990101",
        "01034012345678901127010110L42-7A\u001d1727103121X",
        "010340123456789010L42-7A\u001d17271000",
        // an American scanner on a computer with a French keyboard
        "à&à\"'à&é\"'(-è_çà&àL'é)èQ\u001d&èéè&à\"&",
        "$dé" + "à&à\"'à&é\"'(-è_çà&èéè&à\"&&àL'é)èQ",
        // a French scanner whose digits came without the shift key, as some do
        "à&à\"'à&é\"'(-è_çà&èéè&à\"&&àL'é)èQ",
      })
  void isReadWhateverTheScannerMakesOfIt(String typed) {
    assertEquals(Optional.of(LABEL), BoxLabel.parse(typed, TODAY));
  }

  @Test
  void aLotThatRanIntoItsExpiryIsTakenApartAndSaidSo() {
    BoxLabel guessed = BoxLabel.parse("010340123456789010L42-7A17271031", TODAY).orElseThrow();
    assertEquals(new BoxLabel(LABEL.gtin(), LABEL.lot(), LABEL.expiry(), true), guessed);
    assertFalse(BoxLabel.parse("01034012345678901727103110L42", TODAY).orElseThrow().guessed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01",
        "SP4821930577",
        "3401234567890",
        "010340123456789110L42\u001d17271031", // check digit
        "0103401234567890", // no lot
        "010340123456789010\u001d17271031",
        "010340123456789010L42\u001d17271331", // no such month
        "010340123456789010L42\u001d1727103", // cut short
        "010340123456789010L42\u001d10L43", // two lots
        "010340123456789010L4217271031" + "21SERIAL", // where does which end?
        "0103401234567890101234567890123456789012345", // a lot has twenty characters
        "HTTPS://RESULTATS.SOUSPLI.EXAMPLE/#000G40R40M30E209185GR38E1W64",
      })
  void isNoLabel(String typed) {
    assertEquals(Optional.empty(), BoxLabel.parse(typed, TODAY));
  }

  @Test
  void canBeUsedToItsLastDayAndNotAfter() {
    assertTrue(LABEL.isUsableOn(LocalDate.parse("2027-10-31")));
    assertFalse(LABEL.isUsableOn(LocalDate.parse("2027-11-01")));
    assertTrue(new BoxLabel(LABEL.gtin(), "L", Optional.empty(), false).isUsableOn(TODAY));
  }

  @Test
  void twoDigitsOfAYearAreTheNearestSuchYear() {
    assertEquals(LocalDate.parse("1977-01-31"), expiry("770131"));
    assertEquals(LocalDate.parse("2076-01-31"), expiry("760131"));
    assertEquals(LocalDate.parse("2027-02-28"), expiry("270200"));
  }

  private static LocalDate expiry(String six) {
    return BoxLabel.parse("010340123456789010L\u001d17" + six, TODAY).orElseThrow().expiry().orElseThrow();
  }

  @Test
  void aFrenchRowIsDigits() {
    assertEquals("1234567890", FrenchKeyboard.digits("&é\"'(-è_çà"));
    assertTrue(FrenchKeyboard.isUnshifted("SP&é\""));
    assertFalse(FrenchKeyboard.isUnshifted("SP123"));
    assertFalse(FrenchKeyboard.isUnshifted("]d201"));
  }
}
