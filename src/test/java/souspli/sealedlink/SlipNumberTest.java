package souspli.sealedlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlipNumberTest {
  private static final SlipNumber NUMBER = SlipNumber.of("4821930577");

  @Test
  void itIsPrintedInGroups() {
    assertEquals("482 193 057-7", NUMBER.printed());
  }

  @Test
  void aFreshOneReadsBackAsPrinted() {
    SecureRandom random = new SecureRandom();
    for (int i = 0; i < 1_000; i++) {
      SlipNumber fresh = SlipNumber.fresh(random);
      assertEquals(Optional.of(fresh), SlipNumber.parse(fresh.printed()));
      assertEquals(13, fresh.printed().length());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"4821930577", "482 193 057-7", "SP4821930577", "sp 482 193 057-7\r\n"})
  void itIsReadAsTypedOrScanned(String typed) {
    assertEquals(Optional.of(NUMBER), SlipNumber.parse(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "482193057", "48219305770", "X4821930577", "٤٨٢١٩٣٠٥٧٧", "SP"})
  void anythingElseIsNone(String typed) {
    assertEquals(Optional.empty(), SlipNumber.parse(typed));
  }

  @Test
  void everyWrongDigitIsSeen() {
    for (int at = 0; at < 10; at++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        StringBuilder typed = new StringBuilder(NUMBER.digits());
        typed.setCharAt(at, digit);
        assertTrue(typed.toString().equals(NUMBER.digits()) || SlipNumber.parse(typed.toString()).isEmpty());
      }
    }
  }
}
