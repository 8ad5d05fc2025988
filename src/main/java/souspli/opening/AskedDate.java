package souspli.opening;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import souspli.sealedlink.DateOfBirth;

/**
 * A date of birth as people type it into three fields: digits of any script, stray spaces and signs, month names, the
 * whole date in one field, a day or month that nobody knows. Asks for the shape only; whether it is the right date is
 * no business of this class.
 */
sealed interface AskedDate {
  /** A date that can be one. */
  record Date(DateOfBirth date) implements AskedDate {}

  /** No date, and why. */
  record Wrong(Fault fault) implements AskedDate {}

  /**
   * Reads the three fields.
   *
   * @param today where it is latest on earth, see {@link DateOfBirth#latest}
   * @param language whose month names count beside the French and the English ones
   */
  static AskedDate read(String day, String month, String year, LocalDate today, Locale language) {
    List<List<String>> fields = List.of(Part.split(day), Part.split(month), Part.split(year));
    List<String> all = fields.stream().flatMap(List::stream).toList();
    if (all.isEmpty()) {
      return new Wrong(Fault.DATE_MISSING);
    }
    if (fields.stream().allMatch(field -> field.size() <= 1) && !Part.isWholeDate(all)) {
      return Part.date(Part.one(fields.get(0)), Part.one(fields.get(1)), Part.one(fields.get(2)), today, language);
    }
    return Part.inOrder(all, today, language);
  }

  /** The reading itself, one part after the other. */
  final class Part {
    private static final Pattern PARTS = Pattern.compile("[0-9]+|[\\p{L}\\p{M}]+");
    private static final Pattern EIGHT = Pattern.compile("[0-9]{8}");

    /** Words around a date that say nothing: 1er mars, 4th of July, 5 de mayo de 1952, 5 мая 1952 г., 5月4日. */
    private static final Set<String> FILLERS =
        Set.of(
            "er", "le", "de", "du", "del", "the", "of", "st", "nd", "rd", "th", "an", "am", "г", "год", "года", "р",
            "рік", "року", "سنة", "年", "月", "日", "号", "號");

    private Part() {}

    private static List<String> split(String typed) {
      List<String> parts = new ArrayList<>();
      Matcher matcher = PARTS.matcher(asciiDigits(typed));
      while (matcher.find()) {
        if (!FILLERS.contains(matcher.group().toLowerCase(Locale.ROOT))) {
          parts.add(matcher.group());
        }
      }
      return parts;
    }

    /** Every script's decimal digits (Arabic-Indic, Persian, full-width, …) become ours. */
    private static String asciiDigits(String typed) {
      StringBuilder text = new StringBuilder();
      typed
          .codePoints()
          .forEach(
              point -> {
                int digit = Character.digit(point, 10);
                text.appendCodePoint(digit < 0 || Character.isLetter(point) ? point : '0' + digit);
              });
      return text.toString();
    }

    private static String one(List<String> field) {
      return field.isEmpty() ? "" : field.getFirst();
    }

    private static boolean isWholeDate(List<String> parts) {
      return parts.size() == 1 && EIGHT.matcher(parts.getFirst()).matches();
    }

    /** Parts that do not lie in their fields: the order of writing tells, and so does the one with four digits. */
    private static AskedDate inOrder(List<String> parts, LocalDate today, Locale language) {
      if (isWholeDate(parts)) {
        String digits = parts.getFirst();
        AskedDate dayFirst =
            date(digits.substring(0, 2), digits.substring(2, 4), digits.substring(4), today, language);
        AskedDate yearFirst =
            date(digits.substring(6), digits.substring(4, 6), digits.substring(0, 4), today, language);
        return dayFirst instanceof Date || !(yearFirst instanceof Date) ? dayFirst : yearFirst;
      }
      if (parts.size() == 2) {
        return date("", parts.get(0), parts.get(1), today, language);
      }
      if (parts.size() != 3) {
        return new Wrong(Fault.NO_SUCH_DATE);
      }
      if (parts.getFirst().length() == 4 && isNumber(parts.getFirst())) {
        return date(parts.get(2), parts.get(1), parts.get(0), today, language);
      }
      boolean nameFirst = !isNumber(parts.getFirst());
      return date(parts.get(nameFirst ? 1 : 0), parts.get(nameFirst ? 0 : 1), parts.get(2), today, language);
    }

    private static AskedDate date(String day, String month, String year, LocalDate today, Locale language) {
      if (!isNumber(year) || year.length() != 4) {
        return new Wrong(Fault.YEAR_DIGITS);
      }
      Optional<Integer> monthNumber = month(month, language);
      if (monthNumber.isEmpty()) {
        return new Wrong(Fault.MONTH_UNREADABLE);
      }
      Optional<Integer> dayNumber = number(day);
      if (dayNumber.isEmpty()) {
        return new Wrong(Fault.DAY_UNREADABLE);
      }
      return date(dayNumber.get(), monthNumber.get(), Integer.parseInt(year), today);
    }

    private static AskedDate date(int day, int month, int year, LocalDate today) {
      if (month == 0 && day != 0) {
        return new Wrong(Fault.MONTH_MISSING);
      }
      LocalDate first;
      try {
        first = LocalDate.of(year, Math.max(month, 1), Math.max(day, 1));
      } catch (DateTimeException e) {
        return new Wrong(Fault.NO_SUCH_DATE);
      }
      if (year < 1900) {
        return new Wrong(Fault.YEAR_TOO_EARLY);
      }
      return DateOfBirth.parse("%04d-%02d-%02d".formatted(year, month, day), today)
          .<AskedDate>map(Date::new)
          .orElseGet(() -> new Wrong(first.isAfter(today) ? Fault.IN_FUTURE : Fault.NO_SUCH_DATE));
    }

    private static Optional<Integer> month(String text, Locale language) {
      return text.isEmpty() || isNumber(text) ? number(text) : MonthName.read(text, language).map(Month::getValue);
    }

    /** Empty text is the unknown part, 0. */
    private static Optional<Integer> number(String text) {
      if (text.isEmpty()) {
        return Optional.of(0);
      }
      return isNumber(text) && text.length() <= 4 ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private static boolean isNumber(String text) {
      return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
  }
}
