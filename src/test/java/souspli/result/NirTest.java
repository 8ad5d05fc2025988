package souspli.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NirTest {
  @ParameterizedTest
  @ValueSource(strings = {"285073523800180", "1 31 12 29 232 001 94", "185052A00400181", "185052b00400111"})
  void theKeyIsRight(String typed) {
    assertTrue(Nir.parse(typed).isPresent());
  }

  /** A departement of Corsica counts as 19 or 18: the key by hand, from the definition. */
  @Test
  void corsicaCountsAsNineteenAndEighteen() {
    assertEquals(key("1850519004001"), Nir.parse("185052A00400181").map(n -> n.text().substring(13)).orElse("none"));
    assertEquals(key("1850518004001"), Nir.parse("185052B00400111").map(n -> n.text().substring(13)).orElse("none"));
  }

  private static String key(String thirteen) {
    return String.format("%02d", 97 - Long.parseLong(thirteen) % 97);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "285073523800146", "28507352380014", "2850735238001800", "085073523800145", "185052C00400181",
        "٢٨٥٠٧٣٥٢٣٨٠٠١٤٥"})
  void anythingElseIsNone(String typed) {
    assertTrue(Nir.parse(typed).isEmpty());
  }
}
