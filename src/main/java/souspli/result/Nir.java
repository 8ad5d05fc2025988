package souspli.result;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The French social security number with its key, 15 characters; {@code 2A} and {@code 2B} are Corsica. Not printed.
 */
public record Nir(String text) {
  private static final Pattern FORM = Pattern.compile("[1-478][0-9]{4}([0-9]{2}|2[AB])[0-9]{8}");
  private static final Pattern DROPPED = Pattern.compile("[ \u00a0\u202f.-]");

  public Nir {
    if (!right(text)) {
      throw new IllegalArgumentException("not a NIR");
    }
  }

  /** Spaces, points and hyphens do not count, nor does case; empty when the key does not match. */
  public static Optional<Nir> parse(String typed) {
    String bare = DROPPED.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    return right(bare) ? Optional.of(new Nir(bare)) : Optional.empty();
  }

  private static boolean right(String text) {
    if (!FORM.matcher(text).matches()) {
      return false;
    }
    long number = Long.parseLong(text.substring(0, 13).replace("2A", "19").replace("2B", "18"));
    return 97 - number % 97 == Long.parseLong(text.substring(13));
  }

  @Override
  public String toString() {
    return "Nir[hidden]";
  }
}
