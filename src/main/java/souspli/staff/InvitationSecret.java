package souspli.staff;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import souspli.sealedlink.Secret;

/**
 * What opens an invitation: 32 random bytes, written as 43 characters of base64url after the {@code #} of a link, where
 * no server, proxy or log sees it. Stored is its SHA-256 alone: 256 random bits need no slow hash.
 */
public final class InvitationSecret extends Secret {

  private static final int LENGTH = 32;

  private InvitationSecret(byte[] bytes) {
    super(bytes, LENGTH);
  }

  public static InvitationSecret fresh(SecureRandom random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new InvitationSecret(bytes);
  }

  /** Reads the 43 characters, or a whole link that ends with them. */
  public static Optional<InvitationSecret> parse(String typed) {
    String text = typed == null ? "" : typed.strip();
    text = text.substring(text.lastIndexOf('#') + 1);
    if (!text.matches("[A-Za-z0-9_-]{43}")) {
      return Optional.empty();
    }
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    InvitationSecret secret = new InvitationSecret(bytes);
    // 43 characters carry two bits too many: only one way to write a secret is accepted
    return secret.text().equals(text) ? Optional.of(secret) : Optional.empty();
  }

  public String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
  }

  /** SHA-256, 32 bytes: the key of its row. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
