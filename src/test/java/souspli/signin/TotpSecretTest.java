package souspli.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TotpSecretTest {

  private static final TotpSecret RFC =
      TotpSecret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  /** RFC 6238, appendix B, the rows of SHA-1, their last six digits. */
  @Test
  void theVectorsOfTheRfc() {
    assertEquals("287082", RFC.digitsAt(Instant.ofEpochSecond(59)));
    assertEquals("081804", RFC.digitsAt(Instant.ofEpochSecond(1111111109L)));
    assertEquals("050471", RFC.digitsAt(Instant.ofEpochSecond(1111111111L)));
    assertEquals("005924", RFC.digitsAt(Instant.ofEpochSecond(1234567890L)));
    assertEquals("279037", RFC.digitsAt(Instant.ofEpochSecond(2000000000L)));
    assertEquals("353130", RFC.digitsAt(Instant.ofEpochSecond(20000000000L)));
  }

  @Test
  void oneStepEitherWayAndNoMore() {
    Instant now = Instant.ofEpochSecond(1_800_000_010L);
    long present = 60_000_000L;
    assertEquals(OptionalLong.of(present), RFC.step(RFC.digitsAt(now), now, 0));
    assertEquals(OptionalLong.of(present - 1), RFC.step(RFC.digitsAt(now.minusSeconds(30)), now, 0));
    assertEquals(OptionalLong.of(present + 1), RFC.step(RFC.digitsAt(now.plusSeconds(30)), now, 0));
    assertEquals(OptionalLong.empty(), RFC.step(RFC.digitsAt(now.minusSeconds(60)), now, 0));
    assertEquals(OptionalLong.empty(), RFC.step(RFC.digitsAt(now.plusSeconds(60)), now, 0));
  }

  @Test
  void digitsServeOnceAndNoEarlierOnesAfterThem() {
    Instant now = Instant.ofEpochSecond(1_800_000_010L);
    long used = RFC.step(RFC.digitsAt(now), now, 0).orElseThrow();
    assertEquals(OptionalLong.empty(), RFC.step(RFC.digitsAt(now), now, used));
    assertEquals(OptionalLong.empty(), RFC.step(RFC.digitsAt(now.minusSeconds(30)), now, used));
    assertEquals(OptionalLong.of(used + 1), RFC.step(RFC.digitsAt(now.plusSeconds(30)), now, used));
  }

  @Test
  void whatIsNotSixDigitsIsWrong() {
    Instant now = Instant.ofEpochSecond(59);
    for (String wrong : new String[] {"", "28708", "2870820", "287083", "28708２", "287 82"}) {
      assertEquals(OptionalLong.empty(), RFC.step(wrong, now, 0), wrong);
    }
  }

  @Test
  void anAuthenticatorCanReadIt() {
    assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", RFC.text());
    assertEquals(
        "otpauth://totp/Sous%20pli:a%2Bb%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Sous%20pli",
        RFC.uri("Sous pli", "a+b@example.org"));
    assertFalse(RFC.toString().contains("GEZD"));
  }
}
