package souspli.worklist;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import souspli.links.Custody;
import souspli.links.LinkState;
import souspli.links.Links;
import souspli.links.WithdrawReason;
import souspli.pharmacies.Pharmacies;
import souspli.registry.Outbox;
import souspli.registry.Transfer;
import souspli.result.Dossier;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Act;
import souspli.staff.Acting;
import souspli.worklist.OwnRows.OwnRow;

/**
 * The slips that a pharmacy issued on one day, by name, time of day, slip number and state; never by an outcome. Two
 * thousand are searched within the patience of who types: only a name makes it open them all.
 */
@Dependent
public class SearchSlips {
  private static final Pattern LETTER = Pattern.compile("\\p{L}{2}|^\\p{L}$");
  private static final Pattern TIME_OF_DAY = Pattern.compile("(\\d{1,2})[:hH](\\d{0,2})");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  /** Fewer digits are in too many slip numbers to mean one. */
  private static final int FEWEST_DIGITS = 3;

  private final OwnRows rows;
  private final Links links;
  private final Pharmacies pharmacies;
  private final Outbox outbox;
  private final InstantSource clock;

  @Inject
  public SearchSlips(OwnRows rows, Links links, Pharmacies pharmacies, Outbox outbox, InstantSource clock) {
    this.rows = rows;
    this.links = links;
    this.pharmacies = pharmacies;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * What is looked for.
   *
   * @param text words that all have to fit: the beginning of a name, {@code 14:05} or {@code 14h}, digits of a number
   * @param state only in this one, if any
   * @param daysAgo 0 is today, by the clock on the pharmacy's wall
   */
  public record Wanted(String text, Optional<LinkState> state, int daysAgo) {
    public static final Wanted TODAY = new Wanted("", Optional.empty(), 0);

    public boolean isAll() {
      return text.isBlank() && state.isEmpty();
    }

    @Override
    public String toString() {
      return "Wanted[hidden]";
    }
  }

  /**
   * One slip that fits.
   *
   * @param dossier only in custody
   * @param transfer empty where nothing is owed to a registry
   */
  public record Hit(
      SlipNumber slip,
      LinkState state,
      Optional<WithdrawReason> reason,
      boolean corrected,
      Instant issuedAt,
      Optional<Dossier> dossier,
      Optional<Transfer> transfer) {}

  /**
   * A part of what fits, newest first.
   *
   * @param fit how many there are in all
   */
  public record Found(int fit, List<Hit> part) {}

  @Transactional
  public Found search(Acting acting, Wanted wanted, int first, int most) {
    acting.require(Act.SEE_WORKLIST);
    ZoneId zone = pharmacies.get(acting.pharmacyId()).zone();
    LocalDate day = LocalDate.ofInstant(clock.instant(), zone).minusDays(wanted.daysAgo());
    Instant from = day.atStartOfDay(zone).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    Custody.Reader reader = rows.reader(acting.pharmacyId());
    List<String> words = Arrays.stream(wanted.text().strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
    List<OwnRow> fit =
        rows.between(acting.pharmacyId(), from, end).stream()
            .filter(row -> wanted.state().isEmpty() || wanted.state().get() == row.state())
            .filter(row -> fits(row, words, zone, reader))
            .toList();
    return new Found(
        fit.size(), fit.stream().skip(first).limit(most).map(row -> hit(row, reader)).toList());
  }

  private static boolean fits(OwnRow row, List<String> words, ZoneId zone, Custody.Reader reader) {
    List<String> names = null;
    for (String word : words) {
      if (isNumberOrTime(word)) {
        if (!fits(row, word, zone)) {
          return false;
        }
      } else {
        names = names == null ? names(row, reader) : names;
        if (!fits(names, word)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isNumberOrTime(String word) {
    return TIME_OF_DAY.matcher(word).matches() || !LETTER.matcher(word).find() && digits(word).length() > 0;
  }

  private static boolean fits(OwnRow row, String word, ZoneId zone) {
    if (TIME_OF_DAY.matcher(word).matches()) {
      String time = word.toLowerCase(Locale.ROOT).replace('h', ':');
      String padded = time.indexOf(':') == 1 ? '0' + time : time;
      return TIME.format(row.issuedAt().atZone(zone)).startsWith(padded);
    }
    String digits = digits(word);
    return digits.length() < FEWEST_DIGITS
        ? row.slip().digits().endsWith(digits)
        : row.slip().digits().contains(digits);
  }

  private static String digits(String word) {
    return word.replaceAll("\\D", "");
  }

  private static List<String> names(OwnRow row, Custody.Reader reader) {
    return dossier(row, reader).map(dossier -> PlainName.words(dossier.traits())).orElse(List.of());
  }

  private static boolean fits(List<String> names, String typed) {
    return PlainName.words(typed).stream()
        .allMatch(word -> names.stream().anyMatch(name -> name.startsWith(word)));
  }

  private static Optional<Dossier> dossier(OwnRow row, Custody.Reader reader) {
    return row.state() == LinkState.WITHDRAWN // what a report is still owed from is nobody's to look at
        ? Optional.empty()
        : row.traits().flatMap(traits -> reader.open(row.id(), row.custodyDay(), traits));
  }

  private Hit hit(OwnRow row, Custody.Reader reader) {
    return new Hit(
        row.slip(),
        row.state(),
        row.reason(),
        row.corrected(),
        row.issuedAt(),
        dossier(row, reader),
        links.sql(db -> outbox.of(db, row.id())));
  }
}
