package souspli.sealedlink;

import java.security.SecureRandom;
import java.util.Arrays;

/** 32 random bytes under which the revisions of one link's result are sealed; never shared by two links. */
public final class Dek extends Secret {
  static final int LENGTH = 32;

  private Dek(byte[] bytes) {
    super(bytes, LENGTH);
  }

  public static Dek fresh(SecureRandom random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return unwrapped(bytes);
  }

  /** Takes over the array: it is zeroed here. */
  static Dek unwrapped(byte[] bytes) {
    try {
      return new Dek(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
