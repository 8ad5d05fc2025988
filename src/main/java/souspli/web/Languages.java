package souspli.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who is spoken to in which languages. Patients are many and come once; staff have two. The first of each
 * is spoken where nobody asks for another.
 */
public final class Languages {
  public static final Languages OF_STAFF = new Languages("fr", "en");
  public static final Languages OF_PATIENTS =
      new Languages("fr", "en", "es", "pt", "ar", "tr", "ro", "uk", "ru", "zh");

  private final List<Locale> all;

  private Languages(String... codes) {
    all = List.of(codes).stream().map(Locale::of).toList();
  }

  /** In the order in which they are offered. */
  public List<Locale> all() {
    return all;
  }

  public Locale first() {
    return all.getFirst();
  }

  /** The language of that code ({@code fr}), if it is one of these. */
  public Optional<Locale> named(String code) {
    return all.stream().filter(language -> language.getLanguage().equals(code)).findFirst();
  }

  /** The best of these for an {@code Accept-Language} header; the first where it is missing, broken or names none. */
  public Locale accepted(String header) {
    if (header == null || header.length() > 500) {
      return first();
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(header), all);
      return best == null ? first() : best;
    } catch (IllegalArgumentException e) {
      return first(); // a browser's mistake is no reason to show nothing
    }
  }

  /** Whether it is written from right to left. */
  public static boolean isRightToLeft(Locale language) {
    return language.getLanguage().equals("ar");
  }
}
