package souspli.sealedlink;

import java.security.SecureRandom;
import java.time.YearMonth;

/**
 * The secret of the server without which no link opens, one per month of issue. Everything asks it for one HMAC and
 * nothing else, so that it can move into an HSM, a TPM or a key host that counts, without a change elsewhere.
 */
public interface Pepper {

  /** HMAC-SHA256 of {@code ikm} under the pepper of {@code month}: the extract step of HKDF. */
  Prk extract(YearMonth month, Ikm ikm);

  /** Token and date of birth, one after the other. */
  final class Ikm extends Secret {
    Ikm(byte[] bytes) {
      super(bytes, Token.LENGTH + DateOfBirth.LENGTH);
    }
  }

  /** The pseudorandom key from which what opens a link is expanded. */
  final class Prk extends Secret {
    private Prk(byte[] bytes) {
      super(bytes, 32);
    }
  }

  /** A month's pepper held in this process's memory. */
  final class Key extends Secret {
    private Key(byte[] bytes) {
      super(bytes, 32);
    }

    public static Key of(byte[] stored) {
      return new Key(stored);
    }

    public static Key fresh(SecureRandom random) {
      byte[] bytes = new byte[32];
      random.nextBytes(bytes);
      return new Key(bytes);
    }

    public Prk extract(Ikm ikm) {
      return new Prk(hmac(ikm.bytes()));
    }
  }
}
