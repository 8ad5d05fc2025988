package souspli.pharmacies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import souspli.sealedlink.PharmacyId;

class PharmacyTest {

  @Test
  void isAsItWasGivenWithoutBlanksAround() {
    Pharmacy pharmacy = pharmacy(" Pharmacie de l’Île ", "05 96 12 34 56", "9B0000012");
    assertEquals("Pharmacie de l’Île", pharmacy.name());
    assertEquals("05 96 12 34 56", pharmacy.telephone());
    assertEquals(ZoneId.of("America/Martinique"), pharmacy.zone());
  }

  @Test
  void refusesWhatCouldNotBeSealedOrDialled() {
    refuses("NAME", " ", "05 96 12 34 56", "9B0000012");
    refuses("NAME", "é".repeat(60), "05 96 12 34 56", "9B0000012"); // 120 bytes
    refuses("TELEPHONE", "Pharmacie", "call us", "9B0000012");
    refuses("FINESS", "Pharmacie", "05 96 12 34 56", "12345678");
  }

  private static void refuses(String field, String name, String telephone, String finess) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> pharmacy(name, telephone, finess)).getMessage();
    assertTrue(message.contains(field), message);
  }

  private static Pharmacy pharmacy(String name, String telephone, String finess) {
    return new Pharmacy(new PharmacyId(7), name, telephone, finess, ZoneId.of("America/Martinique"));
  }
}
