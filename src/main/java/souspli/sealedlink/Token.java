package souspli.sealedlink;

import java.security.SecureRandom;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;

/**
 * The 16 random bytes printed on one slip. Whoever has them and the date of birth can open the link, so they are shown
 * once and stored nowhere.
 *
 * <p>As text: 28 Crockford base32 symbols, the last two of which are check symbols over GF(32) that catch every mistake
 * in one or two symbols.
 */
public final class Token extends Secret {
  static final int LENGTH = 16;
  static final int SYMBOLS = 26;
  static final int TEXT_LENGTH = 28;
  static final int LONGEST_TYPED = 64;

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String DROPPED = " \u00a0\t\r\n-";

  private Token(byte[] bytes) {
    super(bytes, LENGTH);
  }

  /** A token that nobody has seen yet. */
  public static Token fresh(SecureRandom random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    try {
      return new Token(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /**
   * Reads what a person typed or a scanner sent: at most 64 characters; spaces, tabs, line ends and hyphens do not
   * count, nor does case; O is read as 0, I and L as 1. Empty for anything that is visibly no code.
   */
  public static Optional<Token> parse(String typed) {
    if (typed.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    int[] symbols = new int[TEXT_LENGTH];
    int count = 0;
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      if (DROPPED.indexOf(c) >= 0) {
        continue;
      }
      int symbol = symbol(c);
      if (symbol < 0 || count == TEXT_LENGTH) {
        return Optional.empty();
      }
      symbols[count++] = symbol;
    }
    if (count < TEXT_LENGTH || symbols[26] != sum(symbols) || symbols[27] != weightedSum(symbols)) {
      return Optional.empty();
    }
    return Optional.ofNullable(bytes(symbols)).map(Token::new);
  }

  /** As in the QR code: 28 symbols, upper case. */
  public String text() {
    int[] symbols = new int[TEXT_LENGTH];
    int bits = 0;
    int held = 0;
    int next = 0;
    for (byte b : bytes()) {
      bits = bits << 8 | b & 0xff;
      held += 8;
      while (held >= 5) {
        held -= 5;
        symbols[next++] = bits >> held & 31;
      }
      bits &= (1 << held) - 1;
    }
    symbols[next] = bits << 5 - held & 31; // 128 bits are 25 symbols and 3 bits: two zero bits follow
    symbols[26] = sum(symbols);
    symbols[27] = weightedSum(symbols);
    StringBuilder text = new StringBuilder(TEXT_LENGTH);
    for (int symbol : symbols) {
      text.append(ALPHABET.charAt(symbol));
    }
    return text.toString();
  }

  /** As on the slip: seven groups of four. */
  public String printed() {
    return text().replaceAll(".{4}(?!$)", "$0-");
  }

  /** Names the link in the database; the token cannot be found from it. */
  public LinkId linkId() {
    return new LinkId(derive("souspli/v1/link-id", 32));
  }

  /** Names and hides this link's entries in the access log. Holds no date of birth: labels are public. */
  public LogKey logKey() {
    return LogKey.of(derive("souspli/v1/log-key", 32));
  }

  /** What opens this link, if the date of birth is the right one; {@code month} is the link's pepper month. */
  public Unlock unlock(DateOfBirth dateOfBirth, Pepper pepper, YearMonth month) {
    byte[] ikm = Arrays.copyOf(bytes(), LENGTH + DateOfBirth.LENGTH);
    System.arraycopy(ascii(dateOfBirth.iso()), 0, ikm, LENGTH, DateOfBirth.LENGTH);
    try (Pepper.Ikm input = new Pepper.Ikm(ikm);
        Pepper.Prk prk = pepper.extract(month, input)) {
      byte[] label = ascii("souspli/v1/unlock");
      byte[] info = Arrays.copyOf(label, label.length + LinkId.LENGTH);
      System.arraycopy(linkId().bytes(), 0, info, label.length, LinkId.LENGTH);
      byte[] unlock = prk.expand(info, Unlock.LENGTH);
      try {
        return new Unlock(unlock);
      } finally {
        Arrays.fill(unlock, (byte) 0);
      }
    } finally {
      Arrays.fill(ikm, (byte) 0);
    }
  }

  /** Null when the two bits after the token are not zero. */
  private static byte[] bytes(int[] symbols) {
    byte[] bytes = new byte[LENGTH];
    int bits = 0;
    int held = 0;
    int next = 0;
    for (int i = 0; i < SYMBOLS; i++) {
      bits = bits << 5 | symbols[i];
      held += 5;
      if (held >= 8) {
        held -= 8;
        bytes[next++] = (byte) (bits >> held);
      }
      bits &= (1 << held) - 1;
    }
    return bits == 0 ? bytes : null;
  }

  private static int symbol(char c) {
    char upper = c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    return switch (upper) {
      case 'O' -> 0;
      case 'I', 'L' -> 1;
      default -> ALPHABET.indexOf(upper);
    };
  }

  private static int sum(int[] symbols) {
    int sum = 0;
    for (int i = 0; i < SYMBOLS; i++) {
      sum ^= symbols[i];
    }
    return sum;
  }

  /** Horner's rule over GF(32) with x⁵+x²+1: each symbol has its own power of α, so a swap of two is seen. */
  private static int weightedSum(int[] symbols) {
    int sum = 0;
    for (int i = 0; i < SYMBOLS; i++) {
      sum <<= 1;
      if ((sum & 32) != 0) {
        sum ^= 0b100101;
      }
      sum ^= symbols[i];
    }
    return sum;
  }
}
