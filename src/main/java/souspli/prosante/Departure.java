package souspli.prosante;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import souspli.sealedlink.Secret;

/**
 * What one trip to the provider is known by when it comes back: 32 bytes each of {@code state}, {@code nonce} and PKCE
 * verifier (RFC 7636), and the second at which it began.
 */
final class Departure extends Secret {
  static final int LENGTH = 96;

  private final Instant began;

  Departure(byte[] chance, Instant began) {
    super(chance, LENGTH);
    this.began = began;
  }

  Instant began() {
    return began;
  }

  /** Sealed into the cookie, nowhere else. */
  byte[] content() {
    return bytes().clone();
  }

  String state() {
    return part(0);
  }

  String nonce() {
    return part(1);
  }

  String verifier() {
    return part(2);
  }

  /** S256 of the verifier. */
  String challenge() {
    try {
      byte[] ascii = verifier().getBytes(StandardCharsets.US_ASCII);
      return base64(MessageDigest.getInstance("SHA-256").digest(ascii));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  boolean isState(String returned) {
    return same(state(), returned);
  }

  boolean isNonce(String returned) {
    return same(nonce(), returned);
  }

  private static boolean same(String ours, String theirs) {
    return MessageDigest.isEqual(
        ours.getBytes(StandardCharsets.UTF_8), theirs.getBytes(StandardCharsets.UTF_8));
  }

  private String part(int number) {
    return base64(Arrays.copyOfRange(bytes(), number * 32, (number + 1) * 32));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
