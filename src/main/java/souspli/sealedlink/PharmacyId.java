package souspli.sealedlink;

import java.security.SecureRandom;

/**
 * An unsigned 64-bit number that is never used again for another pharmacy: part of everything that is sealed, so that a
 * row moved to another tenant does not open. Ours are random and positive, so that none tells how many there are.
 */
public record PharmacyId(long value) {

  public static PharmacyId fresh(SecureRandom random) {
    return new PharmacyId(random.nextLong(1, Long.MAX_VALUE));
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(value);
  }
}
