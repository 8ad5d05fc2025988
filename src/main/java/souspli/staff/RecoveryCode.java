package souspli.staff;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import souspli.sealedlink.Secret;
import souspli.sealedlink.StaffKey;

/**
 * Stands once for the second factor of somebody who has lost it: 12 symbols of Crockford's base 32, 60 random bits,
 * written as {@code XXXX-XXXX-XXXX}. Stored is an HMAC of it alone. Only who has the staff key could try codes against
 * that, so a slow hash would add nothing: and each try at the door counts as a wrong factor.
 */
public final class RecoveryCode extends Secret {

  /** So many are made at a time. */
  public static final int MADE = 10;

  private static final int SYMBOLS = 12;
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private RecoveryCode(String symbols) {
    super(symbols.getBytes(StandardCharsets.US_ASCII), SYMBOLS);
  }

  public static RecoveryCode fresh(SecureRandom random) {
    StringBuilder symbols = new StringBuilder();
    for (int i = 0; i < SYMBOLS; i++) {
      symbols.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new RecoveryCode(symbols.toString());
  }

  /** Case, blanks and hyphens do not count; O is read as 0, I and L as 1. Six digits are never one. */
  public static Optional<RecoveryCode> parse(String typed) {
    String symbols =
        typed
            .replaceAll("[\\s\\u00a0\\u202f-]", "")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return symbols.matches("[" + ALPHABET + "]{" + SYMBOLS + "}")
        ? Optional.of(new RecoveryCode(symbols))
        : Optional.empty();
  }

  /** As it is printed. */
  public String text() {
    return new String(bytes(), StandardCharsets.US_ASCII).replaceAll("(.{4})(?=.)", "$1-");
  }

  /** As it is stored, 32 bytes: for this member, and since the last time that an invitation was accepted. */
  byte[] hash(StaffKey key, MemberId member, int arrivals) {
    byte[] whose = ByteBuffer.allocate(12).putLong(member.value()).putInt(arrivals).array();
    return key.macOfRecoveryCode(whose, bytes());
  }

  static Stream<RecoveryCode> ten(SecureRandom random) {
    return Stream.generate(() -> fresh(random)).limit(MADE);
  }
}
