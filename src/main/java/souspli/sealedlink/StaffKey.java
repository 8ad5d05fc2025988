package souspli.sealedlink;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/** 32 bytes that seal the second factors of staff. Bound to one member, so that no row serves for another. */
public final class StaffKey extends Secret {
  /** Sealed length, whatever the secret's own. */
  public static final int SEALED_LENGTH = 92;

  static final int PADDED_LENGTH = 64;

  private static final byte[] TRIP = ascii("trip");

  private StaffKey(byte[] bytes) {
    super(bytes, 32);
  }

  public static StaffKey of(byte[] stored) {
    return new StaffKey(stored);
  }

  public static StaffKey fresh(SecureRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return new StaffKey(bytes);
  }

  /** {@code secret} has at most 62 bytes. */
  public Sealed seal(long member, byte[] secret, SecureRandom random) {
    return Sealed.seal(bytes(), aad(member), Sealed.pad(secret, PADDED_LENGTH), random);
  }

  /** Throws {@link BrokenSeal} when this was not sealed for {@code member} under this key. */
  public byte[] open(long member, Sealed sealed) {
    return Sealed.unpad(sealed.open(bytes(), aad(member)), PADDED_LENGTH);
  }

  /** HMAC-SHA256 over whose code it is and the code, under a key that serves for nothing else; 32 bytes. */
  public byte[] macOfRecoveryCode(byte[] whose, byte[] code) {
    try (StaffKey own = new StaffKey(derive("souspli/v1/staff-recovery", 32))) {
      return own.hmac(whose, code);
    }
  }

  /**
   * Seals what a browser carries for us to another site and back, under a key of its own: so it opens as nothing else
   * that this key seals, and nothing else opens as that.
   */
  public Sealed sealForTrip(byte[] what, SecureRandom random) {
    return Sealed.seal(tripKey(), TRIP, what, random);
  }

  /** Throws {@link BrokenSeal} when this was not sealed for a trip under this key. */
  public byte[] openAfterTrip(Sealed sealed) {
    return sealed.open(tripKey(), TRIP);
  }

  private byte[] tripKey() {
    return derive("souspli/v1/staff-trip", 32);
  }

  private static byte[] aad(long member) {
    return ByteBuffer.allocate(Long.BYTES).putLong(member).array();
  }
}
