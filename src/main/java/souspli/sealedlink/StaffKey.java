package souspli.sealedlink;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/** 32 bytes that seal the second factors of staff. Bound to one member, so that no row serves for another. */
public final class StaffKey extends Secret {
  /** Sealed length, whatever the secret's own. */
  public static final int SEALED_LENGTH = 92;

  static final int PADDED_LENGTH = 64;

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

  private static byte[] aad(long member) {
    return ByteBuffer.allocate(Long.BYTES).putLong(member).array();
  }
}
