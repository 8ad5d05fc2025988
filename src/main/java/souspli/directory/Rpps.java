package souspli.directory;

import java.util.Optional;
import java.util.regex.Pattern;

/** The eleven digits under which the State registers a professional, for a whole working life. Public, not secret. */
public record Rpps(String digits) {
  private static final Pattern FORM = Pattern.compile("[0-9]{11}");

  public Rpps {
    if (!FORM.matcher(digits).matches()) {
      throw new IllegalArgumentException("not an RPPS number");
    }
  }

  public static Rpps of(String eleven) {
    return new Rpps(eleven);
  }

  /** Blanks, also between the digits, do not count. */
  public static Optional<Rpps> parse(String typed) {
    if (typed.length() > 32) {
      return Optional.empty();
    }
    String digits = typed.replaceAll("[\\s\u00a0\u202f]", "");
    return FORM.matcher(digits).matches() ? Optional.of(new Rpps(digits)) : Optional.empty();
  }
}
