package souspli.prosante;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import souspli.sealedlink.Secret;
import souspli.staff.MemberId;

/**
 * What one trip to the provider is known by when it comes back: 32 bytes each of {@code state}, {@code nonce} and PKCE
 * verifier (RFC 7636), the second at which it began, and whose counter it began at.
 */
final class Departure extends Secret {
  static final int LENGTH = 96;

  private final Instant began;
  private final Optional<MemberId> left;

  Departure(byte[] chance, Instant began) {
    this(chance, began, Optional.empty());
  }

  Departure(byte[] chance, Instant began, Optional<MemberId> left) {
    super(chance, LENGTH);
    this.began = began;
    this.left = left;
  }

  /** Whose locked session ended as somebody went from there; nobody, at a door. */
  Optional<MemberId> left() {
    return left;
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
