package souspli.sealedlink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;

/** No secret prints, and each is zero when it was closed. */
class SecretTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  static Stream<Secret> secrets() {
    byte[] stored = new byte[32];
    RANDOM.nextBytes(stored);
    Token token = Token.fresh(RANDOM);
    Pepper.Key pepper = Pepper.Key.fresh(RANDOM);
    Unlock unlock =
        token.unlock(DateOfBirth.of("1985-07-04"), (_, ikm) -> pepper.extract(ikm), YearMonth.of(2026, 11));
    Pepper.Ikm ikm = new Pepper.Ikm(Arrays.copyOf(stored, 26));
    return Stream.of(
        token,
        token.logKey(),
        unlock,
        unlock.verifier(),
        ikm,
        pepper,
        pepper.extract(ikm),
        DayKey.of(stored),
        Dek.fresh(RANDOM),
        StaffKey.of(stored));
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void itDoesNotPrint(Secret secret) {
    String hex = HexFormat.of().formatHex(secret.bytes());
    String printed = ("" + secret + List.of(secret) + String.format("%s", secret)).toLowerCase();
    for (int i = 0; i + 6 <= hex.length(); i += 6) {
      assertTrue(!printed.contains(hex.substring(i, i + 6)), printed);
    }
    assertTrue(printed.contains("[secret]"));
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void itIsZeroOnceClosedAndOfNoMoreUse(Secret secret) {
    byte[] live = secret.bytes();
    secret.close();
    assertArrayEquals(new byte[live.length], live);
    assertThrows(IllegalStateException.class, secret::bytes);
    secret.close();
  }

  @Test
  void itEqualsOnlyTheSameBytesOfTheSameClass() {
    byte[] stored = new byte[32];
    RANDOM.nextBytes(stored);
    assertEquals(DayKey.of(stored), DayKey.of(stored));
    assertEquals(DayKey.of(stored).hashCode(), DayKey.of(stored).hashCode());
    assertNotEquals(DayKey.of(stored), DayKey.fresh(RANDOM));
    assertNotEquals((Object) DayKey.of(stored), StaffKey.of(stored));
  }
}
