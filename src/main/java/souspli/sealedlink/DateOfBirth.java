package souspli.sealedlink;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A date from 1900-01-01 on, as the ten ASCII characters {@code YYYY-MM-DD} that the key schedule takes. Where a health
 * record does not know the day or the month, they are {@code 00}. Never printed: {@code toString} hides it.
 */
public record DateOfBirth(String iso) {
  static final int LENGTH = 10;

  private static final Pattern FORM = Pattern.compile("(19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}");

  public DateOfBirth {
    if (!FORM.matcher(iso).matches() || first(iso) == null) {
      throw new IllegalArgumentException("not a date of birth");
    }
  }

  /** For a date that was checked before, as in sealed traits; throws when it is none. */
  public static DateOfBirth of(String iso) {
    return new DateOfBirth(iso);
  }

  /** Empty when it is no date, lies before 1900 or begins after {@code today}; see {@link #latest}. */
  public static Optional<DateOfBirth> parse(String iso, LocalDate today) {
    if (!FORM.matcher(iso).matches()) {
      return Optional.empty();
    }
    LocalDate first = first(iso);
    return first == null || first.isAfter(today) ? Optional.empty() : Optional.of(new DateOfBirth(iso));
  }

  /** Today where it is latest on earth (UTC+14): nobody there is told that a child was born in the future. */
  public static LocalDate latest(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.ofHours(14));
  }

  /** Whether the day, or day and month, are unknown: such a link allows fewer tries, since fewer dates are possible. */
  public boolean partial() {
    return iso.endsWith("-00");
  }

  /** The whole date; empty when partial. */
  public Optional<LocalDate> date() {
    return partial() ? Optional.empty() : Optional.of(LocalDate.parse(iso));
  }

  public int year() {
    return Integer.parseInt(iso, 0, 4, 10);
  }

  /** The first day that it can mean, null when it is no date. */
  private static LocalDate first(String iso) {
    int year = Integer.parseInt(iso, 0, 4, 10);
    int month = Integer.parseInt(iso, 5, 7, 10);
    int day = Integer.parseInt(iso, 8, 10, 10);
    try {
      if (day != 0) {
        return LocalDate.of(year, month, day);
      }
      return month == 0 ? Year.of(year).atDay(1) : YearMonth.of(year, month).atDay(1);
    } catch (DateTimeException e) {
      return null;
    }
  }

  @Override
  public String toString() {
    return "DateOfBirth[hidden]";
  }
}
