package souspli.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DemoTableTest {
  /** RFC 6238, appendix B, the last six of its eight digits. */
  @Test
  void shows_the_digits_of_an_authenticator() {
    String secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    assertEquals("287082", DemoTable.code(secret, Instant.ofEpochSecond(59)));
    assertEquals("081804", DemoTable.code(secret, Instant.ofEpochSecond(1_111_111_109)));
    assertEquals("005924", DemoTable.code(secret, Instant.ofEpochSecond(1_234_567_890)));
    assertEquals("353130", DemoTable.code(secret, Instant.ofEpochSecond(20_000_000_000L)));
  }
}
