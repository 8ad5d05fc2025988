package souspli.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import souspli.sealedlink.StaffKey;

class RecoveryCodeTest {
  private final SecureRandom random = new SecureRandom();
  private final RecoveryCode code = RecoveryCode.fresh(random);

  @Test
  void itIsReadHoweverItIsTyped() {
    String text = code.text();
    assertTrue(text.matches("([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}"), text);
    assertEquals(Optional.of(code), RecoveryCode.parse(text));
    assertEquals(Optional.of(code), RecoveryCode.parse(text.toLowerCase().replace('-', ' ')));
    assertEquals(Optional.of(code), RecoveryCode.parse(text.replace("-", "").replace('0', 'o').replace('1', 'l')));
  }

  @Test
  void sixDigitsAreNone() {
    for (String other : List.of("", "123456", "123 456", "01234567890", "0123456789ABC", "0123-4567-89AU")) {
      assertEquals(Optional.empty(), RecoveryCode.parse(other), other);
    }
  }

  @Test
  void whatIsStoredIsForOneMemberAndOneArrivalUnderOneKey() {
    StaffKey key = StaffKey.fresh(random);
    Set<String> different = new HashSet<>();
    for (StaffKey other : List.of(key, StaffKey.fresh(random))) {
      for (long member : List.of(5L, 6L)) {
        for (int arrival : List.of(1, 2)) {
          different.add(HexFormat.of().formatHex(code.hash(other, new MemberId(member), arrival)));
        }
      }
    }
    assertEquals(8, different.size());
    assertEquals(Set.of(64), different.stream().map(String::length).collect(Collectors.toSet()));
  }

  @Test
  void itDoesNotPrint() {
    assertFalse(code.toString().contains(code.text()));
  }
}
