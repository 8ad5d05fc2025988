package souspli.sealedlink;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/** 16 random bytes, one per result, kept through corrections and re-issue: what the registry knows the result by. */
public record ReportId(byte[] bytes) {
  public static final int LENGTH = 16;

  public ReportId {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a report id has 16 bytes, not " + bytes.length);
    }
    bytes = bytes.clone();
  }

  public static ReportId fresh(SecureRandom random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new ReportId(bytes);
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReportId id && Arrays.equals(bytes, id.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "ReportId[" + hex() + "]";
  }
}
