package souspli.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TypedTest {
  @Test
  void givesBackAtMostSoMuch() {
    Typed typed = new Typed("x".repeat(70), "1".repeat(40), null, " 1952\r\n", Locale.FRENCH);
    assertEquals("x".repeat(64), typed.code());
    assertEquals("1".repeat(32), typed.day());
    assertEquals("", typed.month());
    assertEquals("1952", typed.year());
  }

  @Test
  void cutsBetweenCharacters() {
    assertEquals("x".repeat(63), new Typed("x".repeat(63) + "😀", "", "", "", Locale.FRENCH).code());
    assertEquals("a b", new Typed("a\nb", "", "", "", Locale.FRENCH).code());
  }

  @Test
  void takesTheCodeOutOfAPastedAddress() {
    assertEquals("000G40R4", new Typed("HTTPS://RESULTATS.EXAMPLE/#000G40R4", "", "", "", Locale.FRENCH).code());
  }

  @Test
  void printsNothing() {
    assertFalse(new Typed("000G40R4", "27", "3", "1952", Locale.FRENCH).toString().matches(".*[0-9].*"));
  }
}
