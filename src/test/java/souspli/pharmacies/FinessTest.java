package souspli.pharmacies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinessTest {

  @ParameterizedTest
  @ValueSource(strings = {"990000002", "990000010", "750712184", "2A0000014", "2B0000020", "9B0000012", " 990000002 "})
  void readsWhatTheStateWrites(String typed) {
    assertEquals(Optional.of(new Finess(typed.strip())), Finess.parse(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "99000000", "9900000020", "990000003", "750712148", "2C0000014", "A90000002", "99000000X", "٩٩٠٠٠٠٠٠٢"
      })
  void refusesWhatItCannotBe(String typed) {
    assertEquals(Optional.empty(), Finess.parse(typed));
    assertThrows(IllegalArgumentException.class, () -> Finess.of(typed));
  }
}
