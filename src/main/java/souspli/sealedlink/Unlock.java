package souspli.sealedlink;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * What token, date of birth and pepper give together: the verifier, stored and compared before anything is unwrapped,
 * and the wrapping key, which never leaves this room. The comparison also commits to the wrapping key, so AES-GCM need
 * not.
 */
public final class Unlock extends Secret {
  static final int LENGTH = 64;

  Unlock(byte[] bytes) {
    super(bytes, LENGTH);
  }

  public Verifier verifier() {
    byte[] second = Arrays.copyOfRange(bytes(), 32, 64);
    return new Verifier(second);
  }

  /** In constant time. */
  public boolean matches(Verifier stored) {
    return MessageDigest.isEqual(verifier().bytes(), stored.bytes());
  }

  byte[] wrappingKey() {
    return Arrays.copyOf(bytes(), 32);
  }

  /** 32 bytes, stored with the link: tells a right date of birth from a wrong one to who holds token and pepper. */
  public static final class Verifier extends Secret {
    public static final int LENGTH = 32;

    private Verifier(byte[] bytes) {
      super(bytes, LENGTH);
    }

    public static Verifier of(byte[] stored) {
      return new Verifier(stored);
    }

    /** A copy, for the link's row. */
    public byte[] stored() {
      return bytes().clone();
    }
  }
}
