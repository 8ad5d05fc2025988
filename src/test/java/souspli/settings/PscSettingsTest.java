package souspli.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PscSettingsTest {
  private static final Map<String, String> REST =
      Map.of("souspli.psc.client-id", "souspli", "souspli.psc.client-key-file", "/keys/psc.pem");

  @Test
  void isOffUnlessAnIssuerIsNamed() {
    List<String> faults = new ArrayList<>();
    assertEquals(Optional.empty(), read(Environment.PRODUCTION, "", REST, faults));
    assertEquals(List.of(), faults);
  }

  @Test
  void theProviderDescribesItselfBelowItsIssuer() {
    List<String> faults = new ArrayList<>();
    PscSettings settings = read(Environment.PRODUCTION, "https://psc.example/realms/a", REST, faults).orElseThrow();
    assertEquals(List.of(), faults);
    assertEquals(
        URI.create("https://psc.example/realms/a/.well-known/openid-configuration"), settings.configuration());
    assertTrue(settings.clientCertificateFile().isEmpty());
  }

  @Test
  void aProviderInClearIsOneForTrialsOnThisMachine() {
    assertEquals(2, faults(Environment.PRODUCTION, "http://psc.example/realms/a"));
    assertEquals(2, faults(Environment.PRODUCTION, "http://127.0.0.1:8180/realms/a"));
    assertEquals(2, faults(Environment.TEST, "http://psc.example/realms/a"));
    assertEquals(0, faults(Environment.TEST, "http://127.0.0.1:8180/realms/a"));
    for (String odd : new String[] {"psc.example", "https:///a", "https://a@psc.example", "https://a.example?b", ":"}) {
      assertTrue(faults(Environment.PRODUCTION, odd) > 0, odd);
    }
  }

  @Test
  void whoWeAreThereHasToBeSaid() {
    List<String> faults = new ArrayList<>();
    read(Environment.TEST, "https://psc.example/realms/a", Map.of(), faults);
    assertEquals(
        List.of("souspli.psc.client-id: is missing", "souspli.psc.client-key-file: is missing"), faults);
  }

  private static int faults(Environment environment, String issuer) {
    List<String> faults = new ArrayList<>();
    read(environment, issuer, REST, faults);
    return faults.size();
  }

  private static Optional<PscSettings> read(
      Environment environment, String issuer, Map<String, String> rest, List<String> faults) {
    SettingsReader reader =
        new SettingsReader(
            name -> Optional.ofNullable(name.equals("souspli.psc.issuer") ? issuer : rest.get(name)));
    Optional<PscSettings> settings = PscSettings.read(reader, environment);
    try {
      reader.finish();
    } catch (FaultySettings found) {
      faults.addAll(found.faults());
    }
    return settings;
  }
}
