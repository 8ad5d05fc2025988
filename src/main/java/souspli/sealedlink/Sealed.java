package souspli.sealedlink;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A ciphertext as it is stored: 12 bytes of iv, AES-256-GCM, 16 bytes of tag. The iv is drawn afresh for every single
 * seal: two under one key would give both contents away.
 */
public record Sealed(byte[] bytes) {
  static final int IV = 12;
  static final int TAG = 16;
  static final int OVERHEAD = IV + TAG;

  public Sealed {
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  static Sealed seal(byte[] key, byte[] aad, byte[] content, SecureRandom random) {
    byte[] iv = new byte[IV];
    random.nextBytes(iv);
    return sealWithIv(key, aad, content, iv);
  }

  /** Only {@link #seal} and the test vectors come here: no iv is ever supplied from outside this room. */
  static Sealed sealWithIv(byte[] key, byte[] aad, byte[] content, byte[] iv) {
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, iv);
      cipher.updateAAD(aad);
      byte[] sealed = Arrays.copyOf(iv, content.length + OVERHEAD);
      cipher.doFinal(content, 0, content.length, sealed, IV);
      return new Sealed(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every JDK", e);
    }
  }

  byte[] open(byte[] key, byte[] aad) {
    if (bytes.length < OVERHEAD) {
      throw new BrokenSeal("too short for a seal");
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(bytes, IV));
      cipher.updateAAD(aad);
      return cipher.doFinal(bytes, IV, bytes.length - IV);
    } catch (GeneralSecurityException e) {
      throw new BrokenSeal("the seal does not match", e);
    }
  }

  /** Length (uint16), content, zeros: so that one length on disk says nothing of the content. */
  static byte[] pad(byte[] content, int length) {
    if (content.length > length - 2) {
      throw new IllegalArgumentException("at most " + (length - 2) + " bytes can be sealed, not " + content.length);
    }
    byte[] padded = new byte[length];
    padded[0] = (byte) (content.length >> 8);
    padded[1] = (byte) content.length;
    System.arraycopy(content, 0, padded, 2, content.length);
    return padded;
  }

  static byte[] unpad(byte[] padded, int length) {
    if (padded.length != length) {
      throw new BrokenSeal("sealed content of the wrong length");
    }
    int content = (padded[0] & 0xff) << 8 | padded[1] & 0xff;
    if (content > length - 2) {
      throw new BrokenSeal("sealed content claims more than there is");
    }
    for (int i = 2 + content; i < length; i++) {
      if (padded[i] != 0) {
        throw new BrokenSeal("sealed content is followed by more than zeros");
      }
    }
    return Arrays.copyOfRange(padded, 2, 2 + content);
  }

  private static Cipher cipher(int mode, byte[] key, byte[] iv) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * 8, iv));
    return cipher;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sealed sealed && Arrays.equals(bytes, sealed.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Sealed[" + bytes.length + " bytes]";
  }
}
