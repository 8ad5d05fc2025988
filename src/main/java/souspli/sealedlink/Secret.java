package souspli.sealedlink;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Bytes that must not leak by accident: never printed, compared in constant time, zeroed by {@link #close()}, useless
 * afterwards. No serial form. Equal only to a secret of the same class.
 */
public abstract class Secret implements AutoCloseable {
  private final byte[] bytes;
  private volatile boolean closed;

  /** Copies {@code bytes}, which must be exactly {@code length} long. */
  protected Secret(byte[] bytes, int length) {
    if (bytes.length != length) {
      throw new IllegalArgumentException("a secret of " + length + " bytes was given " + bytes.length);
    }
    this.bytes = bytes.clone();
  }

  /** The live array, never a copy: whoever asks must neither keep nor change it. */
  protected final byte[] bytes() {
    if (closed) {
      throw new IllegalStateException("used after it was closed: " + this);
    }
    return bytes;
  }

  /** HMAC-SHA256 under this secret over the parts, one after the other; 32 bytes. */
  protected final byte[] hmac(byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes(), "HmacSHA256"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
    }
  }

  /** HKDF-SHA256 (RFC 5869) of this secret: empty salt, {@code info} in ASCII. */
  final byte[] derive(String info, int length) {
    return hkdf(HKDFParameterSpec.ofExtract().addIKM(bytes()).thenExpand(ascii(info), length));
  }

  /** Only the second half of HKDF-SHA256, for a secret that is a pseudorandom key already. */
  final byte[] expand(byte[] info, int length) {
    return hkdf(HKDFParameterSpec.expandOnly(new SecretKeySpec(bytes(), "Generic"), info, length));
  }

  /** Tells whether a stored key is the one it claims to be, and tells nothing else about it. */
  public final Check check(String keyName) {
    return new Check(derive("souspli/v1/key-check" + keyName, Check.LENGTH));
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] hkdf(AlgorithmParameterSpec spec) {
    try {
      return KDF.getInstance("HKDF-SHA256").deriveData(spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HKDF-SHA256 is part of JDK 25", e);
    }
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof Secret secret
        && getClass() == other.getClass()
        && MessageDigest.isEqual(bytes, secret.bytes);
  }

  /** The same for all secrets of a class: a hash of the content would be a leak, and none is a key of a large map. */
  @Override
  public final int hashCode() {
    return getClass().hashCode();
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + "[secret]";
  }

  @Override
  public final void close() {
    closed = true;
    Arrays.fill(bytes, (byte) 0);
  }

  /** 8 bytes that are stored in clear beside a key's name. */
  public record Check(byte[] bytes) {
    public static final int LENGTH = 8;

    public Check {
      if (bytes.length != LENGTH) {
        throw new IllegalArgumentException("a key check has 8 bytes, not " + bytes.length);
      }
      bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Check check && MessageDigest.isEqual(bytes, check.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return HexFormat.of().formatHex(bytes);
    }
  }
}
