package souspli.sealedlink;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Nine random digits and a Luhn check digit, printed on the slip: how staff find a link. Not secret, derived from
 * nothing and opens nothing.
 */
public record SlipNumber(String digits) {
  private static final Pattern FORM = Pattern.compile("[0-9]{10}");
  private static final Pattern DROPPED = Pattern.compile("[ \u00a0\u202f\t\r\n-]");

  public SlipNumber {
    if (!FORM.matcher(digits).matches() || luhn(digits.substring(0, 9)) != digits.charAt(9) - '0') {
      throw new IllegalArgumentException("not a slip number");
    }
  }

  public static SlipNumber fresh(SecureRandom random) {
    String nine = String.format(Locale.ROOT, "%09d", random.nextInt(1_000_000_000));
    return new SlipNumber(nine + luhn(nine));
  }

  public static SlipNumber of(String tenDigits) {
    return new SlipNumber(tenDigits);
  }

  /** Reads what was typed or scanned: spaces, hyphens and the stub's {@code SP} do not count. */
  public static Optional<SlipNumber> parse(String typed) {
    if (typed.length() > 32) {
      return Optional.empty();
    }
    String bare = DROPPED.matcher(typed).replaceAll("");
    String digits = bare.regionMatches(true, 0, "SP", 0, 2) ? bare.substring(2) : bare;
    boolean right = FORM.matcher(digits).matches() && luhn(digits.substring(0, 9)) == digits.charAt(9) - '0';
    return right ? Optional.of(new SlipNumber(digits)) : Optional.empty();
  }

  /** In groups that can be read aloud: {@code 482 193 057-7}. */
  public String printed() {
    return digits.replaceFirst("(...)(...)(...)(.)", "$1 $2 $3-$4");
  }

  private static int luhn(String nine) {
    int sum = 0;
    for (int i = 0; i < nine.length(); i++) {
      int digit = nine.charAt(i) - '0';
      int weighted = i % 2 == 0 ? digit * 2 : digit; // nine digits: the one next to the check digit is doubled
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return (10 - sum % 10) % 10;
  }
}
