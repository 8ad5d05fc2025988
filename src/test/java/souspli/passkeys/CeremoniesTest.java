package souspli.passkeys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souspli.fixtures.Authenticator;
import souspli.staff.MemberId;

class CeremoniesTest {
  private static final String ORIGIN = "http://localhost:8080";

  private final Ceremonies ceremonies = new Ceremonies(URI.create(ORIGIN + "/"));
  private final Challenge challenge = new Challenge(Instant.EPOCH, new byte[Challenge.NONCE], new byte[Challenge.MAC]);
  private final Authenticator device = new Authenticator(ORIGIN).of(new byte[] {7});

  @Test
  void whatWasAddedSignsIn() {
    Ceremonies.Added added = added(device.make(challenge.text())).orElseThrow();
    assertEquals(1, added.signatures());
    Assertion assertion = Assertion.parse(device.sign(challenge.text())::get).orElseThrow();
    assertArrayEquals(challenge.bytes(), ceremonies.challenge(assertion.clientData()));
    assertEquals(2, ceremonies.use(passkey(added), assertion, challenge).orElseThrow().signatures());
  }

  @Test
  void noneIsAddedElsewhereOrUnseen() {
    assertTrue(added(device.from("https://elsewhere.example").make(challenge.text())).isEmpty());
    assertTrue(added(device.honest().with(Authenticator.PRESENT).make(challenge.text())).isEmpty());
    assertTrue(added(device.honest().make("AAAA")).isEmpty());
    assertFalse(added(device.honest().make(challenge.text())).isEmpty());
  }

  @Test
  void noiseHasNoChallenge() {
    for (String noise : new String[] {"", "{", "[]", "null", "{}", "{\"challenge\":7}", "\0"}) {
      assertEquals(0, ceremonies.challenge(noise.getBytes()).length, noise);
    }
  }

  private Optional<Ceremonies.Added> added(Map<String, String> form) {
    return ceremonies.add(
        Assertion.bytes(form.get("attestation")).orElseThrow(),
        Assertion.bytes(form.get("clientData")).orElseThrow(),
        challenge);
  }

  private static Passkey passkey(Ceremonies.Added added) {
    return new Passkey(
        1,
        new MemberId(7),
        added.credentialId(),
        added.credential(),
        added.signatures(),
        added.backupEligible(),
        added.backedUp(),
        new byte[16],
        "device",
        LocalDate.EPOCH,
        Optional.empty());
  }
}
