package souspli.scanner;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import souspli.result.Kit.Gtin;

/**
 * The label of a box of tests: a GS1 DataMatrix with the number of the product (01), the lot (10) and, nearly always,
 * the expiry (17). Source: GS1 General Specifications, sections 3.2, 3.4.2, 3.5.7, 7.8 and 7.12.
 *
 * @param lot one to twenty characters
 * @param expiry the last day on which it may be used
 * @param guessed whether the scanner lost the mark where the lot ends, so that somebody should compare it
 */
public record BoxLabel(Gtin gtin, String lot, Optional<LocalDate> expiry, boolean guessed) {
  static final char SEPARATOR = '\u001d';

  private static final int LONGEST = 200;
  private static final Pattern SYMBOLOGY = Pattern.compile("^\\](?:d2|C1|e0|Q3|J1)");
  private static final Pattern SPELLED = Pattern.compile("\\{GS\\}|<GS>|\\[GS\\]", Pattern.CASE_INSENSITIVE);
  private static final Pattern BRACKETS = Pattern.compile("\\((\\d{2})\\)");

  /** GS1 allows these 82 in a value; whatever else a scanner puts there stands for the separator. */
  private static final Pattern NO_VALUE = Pattern.compile("[^!\"%&'()*+,\\-./0-9:;<=>?A-Z_a-z]");

  /** The elements whose length is known, so that no separator follows them. */
  private static final Map<String, Integer> FIXED =
      Map.of("00", 18, "01", 14, "02", 14, "11", 6, "12", 6, "13", 6, "15", 6, "16", 6, "17", 6, "20", 2);

  private static final Pattern EXPIRY = Pattern.compile("17(\\d{6})");
  private static final Pattern DATE = Pattern.compile("(\\d{2})(\\d{2})(\\d{2})");

  public BoxLabel {
    if (lot.isEmpty() || lot.length() > 20) {
      throw new IllegalArgumentException("not a lot");
    }
  }

  /** Whether it may still be used on that day. */
  public boolean isUsableOn(LocalDate day) {
    return expiry.filter(day::isAfter).isEmpty();
  }

  /** Reads what a scanner typed; empty for what is no label of a box, or cannot be read without doubt. */
  public static Optional<BoxLabel> parse(String typed, LocalDate today) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    return Stream.of(typed, FrenchKeyboard.american(typed))
        .map(BoxLabel::elements)
        .flatMap(text -> read(text, today).stream())
        .findFirst();
  }

  /** Elements one behind the other, with the one separator that GS1 means. */
  private static String elements(String typed) {
    String bare = SYMBOLOGY.matcher(typed.strip()).replaceFirst("");
    String marked = SPELLED.matcher(bare).replaceAll(String.valueOf(SEPARATOR));
    String clean = NO_VALUE.matcher(marked).replaceAll(String.valueOf(SEPARATOR));
    return BRACKETS.matcher(clean).replaceAll(SEPARATOR + "$1");
  }

  private static Optional<BoxLabel> read(String text, LocalDate today) {
    Map<String, String> found = new HashMap<>();
    boolean separated = text.indexOf(SEPARATOR, 1) > 0;
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == SEPARATOR) {
        at++;
        continue;
      }
      if (at + 2 >= text.length()) {
        return Optional.empty();
      }
      String element = text.substring(at, at + 2);
      at += 2;
      int end = FIXED.containsKey(element) ? at + FIXED.get(element) : endOfValue(text, at);
      if (end > text.length() || found.putIfAbsent(element, text.substring(at, end)) != null) {
        return Optional.empty();
      }
      at = end;
    }
    return separated || found.containsKey("17") || !found.containsKey("10") ? label(found, today) : lost(found, today);
  }

  private static int endOfValue(String text, int from) {
    int separator = text.indexOf(SEPARATOR, from);
    return separator < 0 ? text.length() : separator;
  }

  /** The scanner swallowed the separator. An expiry at the very end is taken off; one before more is a doubt. */
  private static Optional<BoxLabel> lost(Map<String, String> found, LocalDate today) {
    Matcher expiry = EXPIRY.matcher(found.get("10"));
    while (expiry.find()) {
      if (expiry.start() > 0 && date(expiry.group(1), today).isPresent()) {
        if (expiry.end(1) < found.get("10").length()) {
          return Optional.empty();
        }
        found.put("17", expiry.group(1));
        found.put("10", found.get("10").substring(0, expiry.start()));
        return label(found, today).map(label -> new BoxLabel(label.gtin, label.lot, label.expiry, true));
      }
      expiry.region(expiry.start() + 1, found.get("10").length());
    }
    return label(found, today);
  }

  private static Optional<BoxLabel> label(Map<String, String> found, LocalDate today) {
    Optional<Gtin> gtin = Gtin.parse(found.getOrDefault("01", ""));
    String lot = found.getOrDefault("10", "");
    Optional<LocalDate> expiry = Optional.ofNullable(found.get("17")).flatMap(text -> date(text, today));
    boolean right = gtin.isPresent() && !lot.isEmpty() && lot.length() <= 20;
    return right && expiry.isPresent() == found.containsKey("17")
        ? Optional.of(new BoxLabel(gtin.get(), lot, expiry, false))
        : Optional.empty();
  }

  /** Two digits of the year mean the nearest such year; no day means the month's last. */
  private static Optional<LocalDate> date(String text, LocalDate today) {
    Matcher parts = DATE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int year = today.getYear() / 100 * 100 + Integer.parseInt(parts.group(1));
    int nearest = year - today.getYear() > 50 ? year - 100 : year - today.getYear() < -49 ? year + 100 : year;
    try {
      YearMonth month = YearMonth.of(nearest, Integer.parseInt(parts.group(2)));
      int day = Integer.parseInt(parts.group(3));
      return Optional.of(day == 0 ? month.atEndOfMonth() : month.atDay(day));
    } catch (DateTimeException e) {
      return Optional.empty(); // a scanner's mistake, or no date at all
    }
  }
}
