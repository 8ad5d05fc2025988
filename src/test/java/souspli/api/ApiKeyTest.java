package souspli.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souspli.issuing.NewSlip;
import souspli.sealedlink.PharmacyId;
import souspli.staff.Acting;
import souspli.staff.MemberId;
import souspli.staff.Role;

class ApiKeyTest {
  private final SecureRandom random = new SecureRandom();

  @Test
  void aKeyIsReadBackAsItIsWritten() {
    ApiKey key = ApiKey.fresh(random);
    assertTrue(key.text().matches("souspli_[A-Za-z0-9_-]{43}"), "its form");
    assertEquals(Optional.of(key), ApiKey.parse(key.text()));
    assertFalse(key.toString().contains(key.text().substring(8)));
    assertNotEquals(key, ApiKey.fresh(random));
  }

  @Test
  void nothingElseIsAKey() {
    String text = ApiKey.fresh(random).text();
    // 43 characters carry 258 bits: of the four ways to write the last one is ours
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    String other = text.substring(0, 50) + alphabet.charAt(alphabet.indexOf(text.charAt(50)) + 1);
    for (String wrong : List.of("", "souspli_", text.substring(8), text + "A", " " + text, other)) {
      assertEquals(Optional.empty(), ApiKey.parse(wrong));
    }
    assertEquals(Optional.empty(), ApiKey.parse(null));
  }

  @Test
  void aCallIsNamedWithinItsPharmacy() {
    NewSlip.Draft draft = ApiDoor.draft(acting(7), "sample-1");
    assertEquals(draft, ApiDoor.draft(acting(7), "sample-1"));
    assertNotEquals(draft, ApiDoor.draft(acting(7), "sample-2"));
    assertNotEquals(draft, ApiDoor.draft(acting(8), "sample-1"));
    for (String wrong : new String[] {null, "", "a b", "é", "a\tb", "x".repeat(129)}) {
      Fault fault = assertThrows(Fault.Found.class, () -> ApiDoor.draft(acting(7), wrong)).faults().getFirst();
      assertEquals("Idempotency-Key", fault.field());
    }
  }

  private static Acting acting(long pharmacy) {
    return new Acting(new MemberId(1), Role.PHARMACIST, Optional.of(new PharmacyId(pharmacy)));
  }
}
