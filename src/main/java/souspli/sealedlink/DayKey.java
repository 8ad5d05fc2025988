package souspli.sealedlink;

import java.security.SecureRandom;

/** 32 random bytes, one per UTC day of issue: what the pharmacy's custody hangs on. Destroyed when custody ends. */
public final class DayKey extends Secret {
  private DayKey(byte[] bytes) {
    super(bytes, 32);
  }

  public static DayKey of(byte[] stored) {
    return new DayKey(stored);
  }

  public static DayKey fresh(SecureRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return new DayKey(bytes);
  }
}
