package souspli.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvitationSecretTest {

  private final InvitationSecret secret = InvitationSecret.fresh(new SecureRandom());

  @Test
  void itIsReadFromALinkOrAlone() {
    assertEquals(43, secret.text().length());
    assertEquals(Optional.of(secret), InvitationSecret.parse(secret.text()));
    assertEquals(Optional.of(secret), InvitationSecret.parse("  " + secret.text() + "\n"));
    assertEquals(
        Optional.of(secret), InvitationSecret.parse("https://example.org/staff/invitation#" + secret.text()));
  }

  @Test
  void thereIsOneWayToWriteIt() {
    String zeros = "A".repeat(43);
    assertEquals(zeros, InvitationSecret.parse(zeros).orElseThrow().text());
    for (String wrong : new String[] {null, "", "A".repeat(42) + "B", "A".repeat(42), "A".repeat(44), zeros + "="}) {
      assertEquals(Optional.empty(), InvitationSecret.parse(wrong), wrong);
    }
  }

  @Test
  void itDoesNotPrint() {
    assertFalse(secret.toString().contains(secret.text()));
  }
}
