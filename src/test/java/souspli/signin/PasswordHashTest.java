package souspli.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordHashTest {

  private final SecureRandom random = new SecureRandom();

  @Test
  void aPasswordMatchesItsOwnHashAlone() {
    PasswordHash hash = PasswordHash.of("cheval tordu agrafe", random);
    String phc = hash.phc();
    assertTrue(phc.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), phc);
    assertTrue(phc.length() <= 200);
    PasswordHash read = PasswordHash.parse(phc).orElseThrow();
    assertTrue(read.matches("cheval tordu agrafe"));
    assertFalse(read.matches("cheval tordu agrafE"));
    assertNotEquals(phc, PasswordHash.of("cheval tordu agrafe", random).phc());
  }

  @Test
  void theSameAccentTypedInTwoWaysIsOnePassword() {
    assertTrue(PasswordHash.of("v\u00e9lo rouge garage", random).matches("ve\u0301lo rouge garage"));
  }

  @Test
  void nothingMatchesTheHashOfNobody() {
    assertFalse(PasswordHash.ofNobody(random).matches(""));
  }

  @Test
  void whatIsNoHashIsNotReadAsOne() {
    String salt = "$AAAAAAAAAAAAAAAAAAAAAA$";
    String hash = "A".repeat(43);
    assertTrue(PasswordHash.parse("$argon2id$v=19$m=64,t=2,p=1" + salt + hash).isPresent());
    for (String wrong :
        new String[] {
          "", "!", "$argon2i$v=19$m=64,t=2,p=1" + salt + hash, "$argon2id$v=19$m=999999,t=2,p=1" + salt + hash,
          "$argon2id$v=19$m=64,t=0,p=1" + salt + hash, "$argon2id$v=19$m=64,t=2,p=1" + salt + "A"
        }) {
      assertEquals(Optional.empty(), PasswordHash.parse(wrong), wrong);
    }
    assertEquals("PasswordHash", PasswordHash.ofNobody(random).toString());
  }
}
