package souspli.pharmacies;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The nine characters under which the State registers a place of care. The second is a letter in some parts of the
 * country; where all nine are digits the last is a Luhn check digit.
 */
public record Finess(String text) {
  private static final Pattern FORM = Pattern.compile("(?:[0-9]{2}|2[AB]|9[A-F])[0-9]{7}");

  public Finess {
    if (!fits(text)) {
      throw new IllegalArgumentException("not a FINESS number");
    }
  }

  public static Finess of(String nine) {
    return new Finess(nine);
  }

  /** Blanks around it do not count. */
  public static Optional<Finess> parse(String typed) {
    String text = typed.strip();
    return fits(text) ? Optional.of(new Finess(text)) : Optional.empty();
  }

  private static boolean fits(String text) {
    return FORM.matcher(text).matches() && (Character.isLetter(text.charAt(1)) || luhn(text));
  }

  private static boolean luhn(String nine) {
    int sum = 0;
    for (int i = 0; i < nine.length(); i++) {
      int digit = nine.charAt(i) - '0';
      int weighted = i % 2 == 1 ? digit * 2 : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }
}
