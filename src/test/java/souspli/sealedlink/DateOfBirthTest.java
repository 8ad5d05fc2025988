package souspli.sealedlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateOfBirthTest {
  private static final JsonObject DATES = Vectors.ALL.getJsonObject("dates_of_birth");
  private static final LocalDate TODAY = LocalDate.parse(DATES.getString("today"));

  static Stream<String> accepted() {
    return DATES.getJsonArray("accept").getValuesAs(JsonString.class).stream().map(JsonString::getString);
  }

  static Stream<String> rejected() {
    return DATES.getJsonArray("reject").getValuesAs(JsonString.class).stream().map(JsonString::getString);
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void aRealDateIsTaken(String iso) {
    DateOfBirth born = DateOfBirth.parse(iso, TODAY).orElseThrow();
    assertEquals(iso, born.iso());
    assertEquals(Optional.of(LocalDate.parse(iso)), born.date());
    assertEquals(iso.substring(0, 4), "" + born.year());
  }

  @ParameterizedTest
  @MethodSource("rejected")
  void anythingElseIsRefused(String iso) {
    assertEquals(Optional.empty(), DateOfBirth.parse(iso, TODAY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1985-07-00", "1985-00-00", "1900-00-00", "2026-11-00", "2026-00-00"})
  void anUnknownDayOrMonthIsTaken(String iso) {
    DateOfBirth born = DateOfBirth.parse(iso, TODAY).orElseThrow();
    assertTrue(born.partial());
    assertEquals(Optional.empty(), born.date());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1985-00-04", "0000-00-00", "1899-00-00", "1985-13-00", "2026-12-00", "2027-00-00", "1985-07-32",
        "1985-0-0", "1985-07-00 ", "9999-12-31"})
  void anUnknownMonthOfAKnownDayOrAFutureOneIsRefused(String iso) {
    assertEquals(Optional.empty(), DateOfBirth.parse(iso, TODAY));
  }

  @Test
  void noExceptionOrTextHoldsIt() {
    String refused = assertThrows(IllegalArgumentException.class, () -> DateOfBirth.of("1985-02-29")).getMessage();
    assertTrue(!refused.contains("1985") && !("" + DateOfBirth.of("1985-02-28")).contains("1985"));
  }

  @Test
  void todayIsWhereItIsLatest() {
    assertEquals(LocalDate.of(2026, 11, 25), DateOfBirth.latest(Instant.parse("2026-11-24T10:00:00Z")));
    assertEquals(LocalDate.of(2026, 11, 24), DateOfBirth.latest(Instant.parse("2026-11-24T09:59:59Z")));
  }
}
