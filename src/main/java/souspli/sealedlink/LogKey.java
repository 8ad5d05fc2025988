package souspli.sealedlink;

/** 32 bytes, one-way from the token: without them an entry of the access log is noise. */
public final class LogKey extends Secret {
  public static final int LENGTH = 32;

  private LogKey(byte[] bytes) {
    super(bytes, LENGTH);
  }

  public static LogKey of(byte[] stored) {
    return new LogKey(stored);
  }

  /** A copy, for the link's row. */
  public byte[] stored() {
    return bytes().clone();
  }
}
