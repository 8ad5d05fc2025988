package souspli.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages that every page speaks; the first is spoken where nobody asks for another. */
public final class Languages {
  public static final List<Locale> ALL = List.of(Locale.FRENCH, Locale.ENGLISH);

  private Languages() {}

  /** The language of that code ({@code fr}), if it is one of ours. */
  public static Optional<Locale> named(String code) {
    return ALL.stream().filter(language -> language.getLanguage().equals(code)).findFirst();
  }

  /**
   * The best of ours for an {@code Accept-Language} header; French where it is missing, broken or names none of ours.
   */
  public static Locale accepted(String header) {
    if (header == null || header.length() > 500) {
      return ALL.getFirst();
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(header), ALL);
      return best == null ? ALL.getFirst() : best;
    } catch (IllegalArgumentException e) {
      return ALL.getFirst(); // a browser's mistake is no reason to show nothing
    }
  }
}
