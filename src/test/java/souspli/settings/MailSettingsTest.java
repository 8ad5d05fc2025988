package souspli.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailSettingsTest {
  private static final Map<String, String> LEAST =
      Map.of("souspli.mail.host", "mail.example.org", "souspli.mail.from", "souspli@example.org");

  private SettingsReader reader;

  @Test
  void withoutAHostThereIsNone() {
    assertEquals(Optional.empty(), read(Environment.PRODUCTION, Map.of()));
  }

  @Test
  void byDefaultALetterIsSealedOnItsWay() {
    MailSettings settings = read(Environment.PRODUCTION, LEAST).orElseThrow();
    assertEquals(587, settings.port());
    assertEquals(MailSettings.Tls.STARTTLS, settings.tls());
    assertEquals(Optional.empty(), settings.login());
    assertEquals(List.of(), faults());
  }

  @Test
  void inProductionNothingTravelsInTheOpen() {
    Map<String, String> open = new HashMap<>(LEAST);
    open.put("souspli.mail.tls", "none");
    read(Environment.TEST, open);
    assertEquals(List.of(), faults());
    read(Environment.PRODUCTION, open);
    assertEquals(List.of("souspli.mail.tls: must be starttls or implicit in production"), faults());
  }

  @Test
  void eachFaultIsNamed() {
    read(
        Environment.TEST,
        Map.of(
            "souspli.mail.host", "mail.example.org",
            "souspli.mail.from", "nobody\r\nBcc: all",
            "souspli.mail.port", "0",
            "souspli.mail.user", "souspli",
            "souspli.mail.tls", "maybe"));
    assertEquals(
        List.of(
            "souspli.mail.from: is no e-mail address",
            "souspli.mail.password-file: is missing",
            "souspli.mail.tls: must be starttls, implicit or none",
            "souspli.mail.port: must be from 1 to 65535"),
        faults());
  }

  private Optional<MailSettings> read(Environment environment, Map<String, String> values) {
    reader = new SettingsReader(name -> Optional.ofNullable(values.get(name)));
    return MailSettings.read(reader, environment);
  }

  private List<String> faults() {
    try {
      reader.finish();
      return List.of();
    } catch (FaultySettings faulty) {
      return faulty.faults();
    }
  }
}
