package souspli.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password as it is stored: Argon2id (RFC 9106) of its NFKC form, written as a PHC string, at most 200 characters.
 * New ones cost 19 MiB, two passes, one lane (OWASP's floor); older ones are checked at the cost they name, up to four
 * times today's memory.
 */
final class PasswordHash {

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int SALT = 16;
  private static final int HASH = 32;
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([0-9]{1,6}),t=([0-9]{1,2}),p=1\\$([A-Za-z0-9+/]{22,44})\\$([A-Za-z0-9+/]{43})");

  private final int memoryKib;
  private final int passes;
  private final byte[] salt;
  private final byte[] hash;

  private PasswordHash(int memoryKib, int passes, byte[] salt, byte[] hash) {
    this.memoryKib = memoryKib;
    this.passes = passes;
    this.salt = salt;
    this.hash = hash;
  }

  static PasswordHash of(String password, SecureRandom random) {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    return new PasswordHash(MEMORY_KIB, PASSES, salt, derive(password, MEMORY_KIB, PASSES, salt));
  }

  /** Compared with where there is no member: no password has this hash, and finding that out costs the same. */
  static PasswordHash ofNobody(SecureRandom random) {
    byte[] salt = new byte[SALT];
    byte[] hash = new byte[HASH];
    random.nextBytes(salt);
    random.nextBytes(hash);
    return new PasswordHash(MEMORY_KIB, PASSES, salt, hash);
  }

  static Optional<PasswordHash> parse(String phc) {
    Matcher parts = PHC.matcher(phc);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int memory = Integer.parseInt(parts.group(1));
    int passes = Integer.parseInt(parts.group(2));
    if (memory < 8 || memory > 4 * MEMORY_KIB || passes < 1 || passes > 10) {
      return Optional.empty();
    }
    Base64.Decoder base64 = Base64.getDecoder();
    return Optional.of(
        new PasswordHash(memory, passes, base64.decode(parts.group(3)), base64.decode(parts.group(4))));
  }

  boolean matches(String password) {
    return MessageDigest.isEqual(hash, derive(password, memoryKib, passes, salt));
  }

  String phc() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
        .formatted(memoryKib, passes, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  @Override
  public String toString() {
    return "PasswordHash";
  }

  private static byte[] derive(String password, int memoryKib, int passes, byte[] salt) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(passes)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    String one = Normalizer.normalize(password, Normalizer.Form.NFKC);
    byte[] bytes = one.getBytes(StandardCharsets.UTF_8);
    byte[] hash = new byte[HASH];
    argon2.generateBytes(bytes, hash);
    Arrays.fill(bytes, (byte) 0);
    return hash;
  }
}
