package souspli.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr-FR,fr;q=0.9,en;q=0.8 | fr | fr",
        "ar-DZ,ar;q=0.9,fr;q=0.5 | ar | fr",
        "pt-BR                   | pt | fr",
        "es-419,en;q=0.5         | es | en",
        "zh-TW                   | zh | fr",
        "zh-Hans-CN              | zh | fr",
        "de,ru;q=0.3             | ru | fr",
        "de                      | fr | fr",
        "*                       | fr | fr",
        "b r o k e n;q=9         | fr | fr",
        "                        | fr | fr"
      })
  void speaksTheBestThatItCan(String header, String toPatients, String toStaff) {
    assertEquals(Locale.of(toPatients), Languages.OF_PATIENTS.accepted(header));
    assertEquals(Locale.of(toStaff), Languages.OF_STAFF.accepted(header));
  }

  @Test
  void knowsItsOwnCodesOnly() {
    assertEquals(Optional.of(Locale.of("uk")), Languages.OF_PATIENTS.named("uk"));
    assertEquals(Optional.empty(), Languages.OF_STAFF.named("uk"));
    assertEquals(Optional.empty(), Languages.OF_PATIENTS.named("UK"));
    assertEquals(Optional.empty(), Languages.OF_PATIENTS.named(null));
  }
}
