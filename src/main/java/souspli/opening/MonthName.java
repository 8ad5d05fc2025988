package souspli.opening;

import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Months by name, in French, in English and in the page's language; accents and capitals do not matter. */
final class MonthName {
  private static final List<TextStyle> STYLES =
      List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

  private MonthName() {}

  /** The month that the word names, or that alone begins with it: at least three letters. */
  static Optional<Month> read(String word, Locale page) {
    String wanted = plain(word);
    Set<Month> beginning = EnumSet.noneOf(Month.class);
    for (Month month : Month.values()) {
      for (String name : names(month, page)) {
        if (name.equals(wanted)) {
          return Optional.of(month);
        }
        if (wanted.length() >= 3 && name.startsWith(wanted)) {
          beginning.add(month);
        }
      }
    }
    return beginning.size() == 1 ? beginning.stream().findFirst() : Optional.empty();
  }

  private static List<String> names(Month month, Locale page) {
    return Stream.concat(Stream.of(Locale.FRENCH, Locale.ENGLISH, page), neighbours(page))
        .distinct()
        .flatMap(language -> STYLES.stream().map(style -> plain(month.getDisplayName(style, language))))
        .toList();
  }

  /** Arabic names its months in four ways: Cairo's, Algiers', Rabat's, Damascus'. */
  private static Stream<Locale> neighbours(Locale page) {
    return page.getLanguage().equals("ar")
        ? Stream.of("DZ", "MA", "SY").map(country -> Locale.of("ar", country))
        : Stream.of();
  }

  /** Small letters without accents and points; the Turkish dotless i is an i. */
  static String plain(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replace('ı', 'i')
        .replaceAll("[^\\p{L}]", "");
  }
}
