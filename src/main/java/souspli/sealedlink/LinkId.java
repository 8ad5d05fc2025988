package souspli.sealedlink;

import java.util.Arrays;
import java.util.HexFormat;

/** 32 bytes, one-way from the token: the primary key of a link. Not secret, and opens nothing. */
public record LinkId(byte[] bytes) {
  public static final int LENGTH = 32;

  public LinkId {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a link id has 32 bytes, not " + bytes.length);
    }
    bytes = bytes.clone();
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
    return other instanceof LinkId id && Arrays.equals(bytes, id.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "LinkId[" + hex() + "]";
  }
}
