package souspli.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import souspli.sealedlink.Secret;

/**
 * What pharmacy software shows at the door: 32 random bytes, as {@code souspli_} and 43 characters of base64url, so
 * that programs which look for secrets in the wrong places find it. Shown once; stored is its SHA-256 alone, since 256
 * random bits need no slow hash.
 */
public final class ApiKey extends Secret {
  private static final int LENGTH = 32;
  private static final String PREFIX = "souspli_";

  private ApiKey(byte[] bytes) {
    super(bytes, LENGTH);
  }

  public static ApiKey fresh(SecureRandom random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new ApiKey(bytes);
  }

  /** Reads what {@link #text} wrote, and only that: 43 characters could carry two bits more. */
  public static Optional<ApiKey> parse(String text) {
    if (text == null || !text.matches(PREFIX + "[A-Za-z0-9_-]{43}")) {
      return Optional.empty();
    }
    ApiKey key = new ApiKey(Base64.getUrlDecoder().decode(text.substring(PREFIX.length())));
    return key.text().equals(text) ? Optional.of(key) : Optional.empty();
  }

  public String text() {
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
  }

  /** SHA-256, 32 bytes. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
