package souspli.sealedlink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenTest {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  static Stream<JsonObject> accepted() {
    return Vectors.ALL.getJsonObject("token_texts").getJsonArray("accept").getValuesAs(JsonObject.class).stream();
  }

  static Stream<JsonObject> rejected() {
    return Vectors.ALL.getJsonObject("token_texts").getJsonArray("reject").getValuesAs(JsonObject.class).stream();
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void itIsReadHoweverItWasTyped(JsonObject text) {
    assertArrayEquals(
        Vectors.hex(text, "token_hex"), Token.parse(text.getString("text")).orElseThrow().bytes());
  }

  @ParameterizedTest
  @MethodSource("rejected")
  void whatIsVisiblyNoCodeIsRefused(JsonObject text) {
    assertEquals(Optional.empty(), Token.parse(text.getString("text")), text.getString("why"));
  }

  @Test
  void aFreshOneReadsBack() {
    SecureRandom random = new SecureRandom();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      Token token = Token.fresh(random);
      assertEquals(token, Token.parse(token.text()).orElseThrow());
      assertEquals(token, Token.parse(token.printed()).orElseThrow());
      assertTrue(seen.add(token.text()));
    }
  }

  @Test
  void everyErrorInOneSymbolIsSeen() {
    for (String text : texts()) {
      char[] typed = text.toCharArray();
      for (int at = 0; at < typed.length; at++) {
        everyOther(typed, at, () -> assertRefused(typed));
      }
    }
  }

  /** All 378 pairs of places × 961 pairs of wrong symbols, the check symbols among them, and thereby every swap. */
  @Test
  void everyErrorInTwoSymbolsIsSeen() {
    for (String text : texts()) {
      char[] typed = text.toCharArray();
      for (int first = 0; first < typed.length; first++) {
        for (int second = first + 1; second < typed.length; second++) {
          int other = second;
          everyOther(typed, first, () -> everyOther(typed, other, () -> assertRefused(typed)));
        }
      }
    }
  }

  private static String[] texts() {
    return new String[] {Token.fresh(new SecureRandom()).text(), "000G40R40M30E209185GR38E1W64"};
  }

  private static void everyOther(char[] typed, int at, Runnable check) {
    char right = typed[at];
    for (int i = 0; i < ALPHABET.length(); i++) {
      if (ALPHABET.charAt(i) != right) {
        typed[at] = ALPHABET.charAt(i);
        check.run();
      }
    }
    typed[at] = right;
  }

  private static void assertRefused(char[] typed) {
    if (Token.parse(new String(typed)).isPresent()) {
      throw new AssertionError("taken for a code: " + new String(typed));
    }
  }
}
