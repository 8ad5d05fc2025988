package souspli.trail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Act;
import souspli.staff.Acting;
import souspli.staff.Role;

/**
 * Shows the trail, latest first: everybody their own, a manager that of the pharmacy, an administrator all of it.
 * Whoever is of another pharmacy or of none is no more than that to a member of a pharmacy.
 */
@Dependent
public class SeeTrail {

  /** So many lines at most are counted and paged through: for what is further back, ask for a day. */
  static final int MOST = 1_000;

  private static final String LINES =
      """
      SELECT hex(t.entry) AS entry, t.kind, t.at, t.first_at, t.times, t.several, t.actor, t.subject, t.slip, t.peer,
             a.name AS actor_name, a.pharmacy AS actor_pharmacy, s.name AS subject_name, s.pharmacy AS subject_pharmacy
        FROM (%s ORDER BY at DESC, entry DESC LIMIT ? OFFSET ?) t
        LEFT JOIN member a ON a.member = t.actor
        LEFT JOIN member s ON s.member = t.subject AND s.member <> t.actor
       ORDER BY t.at DESC, t.entry DESC
      """;

  private static final String COUNT = "SELECT COUNT(*) FROM (%s LIMIT ?) t";

  // each half cut to what the whole may need, so that neither table is read to its end
  private static final String BOTH =
      """
      (SELECT entry, kind, at, at AS first_at, 1 AS times, FALSE AS several, actor, subject, slip, peer
         FROM trail WHERE %1$s ORDER BY at DESC, entry DESC LIMIT 1000)
       UNION ALL
      (SELECT entry, kind, at, first_at, times, several, actor, subject, NULL, peer
         FROM refusal WHERE %1$s ORDER BY at DESC, entry DESC LIMIT 1000)
      """;

  private final DataSource database;

  @Inject
  public SeeTrail(DataSource database) {
    this.database = database;
  }

  /**
   * What is asked for.
   *
   * @param own only what oneself did, or had done to oneself
   * @param from and {@code to}: when, the latter excluded
   */
  public record Asked(boolean own, Optional<TrailKind> kind, Optional<Instant> from, Optional<Instant> to) {}

  /**
   * A page of it.
   *
   * @param of how many there are, at most a thousand
   */
  public record Found(List<Line> lines, int of) {}

  public Found see(Acting acting, Asked asked, int first, int size) {
    acting.require(asked.own() ? Act.SEE_OWN_TRAIL : Act.SEE_TRAIL);
    List<Object> values = new ArrayList<>();
    String both = BOTH.formatted(where(acting, asked, values));
    values.addAll(List.copyOf(values)); // once for each half
    try (Connection db = database.getConnection();
        PreparedStatement lines = db.prepareStatement(LINES.formatted(both));
        PreparedStatement count = db.prepareStatement(COUNT.formatted(both))) {
      fill(lines, values, Math.min(size, MOST), first);
      fill(count, values, MOST);
      try (ResultSet rows = lines.executeQuery();
          ResultSet number = count.executeQuery()) {
        List<Line> found = new ArrayList<>();
        while (rows.next()) {
          found.add(line(acting, rows));
        }
        number.next();
        return new Found(List.copyOf(found), number.getInt(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the trail could not be read", e);
    }
  }

  private static String where(Acting acting, Asked asked, List<Object> values) {
    StringBuilder where = new StringBuilder("TRUE");
    if (asked.own()) {
      where.append(" AND (actor = ? OR subject = ?)");
      values.addAll(List.of(acting.member().value(), acting.member().value()));
    } else if (acting.role() != Role.ADMINISTRATOR) {
      where.append(" AND pharmacy = ?");
      values.add(acting.pharmacyId().value());
    }
    asked.kind().ifPresent(kind -> also(where, " AND kind = ?", values, kind.code()));
    asked.from().ifPresent(from -> also(where, " AND at >= ?", values, utc(from)));
    asked.to().ifPresent(to -> also(where, " AND at < ?", values, utc(to)));
    return where.toString();
  }

  private static void also(StringBuilder where, String condition, List<Object> values, Object value) {
    where.append(condition);
    values.add(value);
  }

  private static void fill(PreparedStatement statement, List<Object> values, int... limits) throws SQLException {
    int next = 1;
    for (Object value : values) {
      statement.setObject(next++, value);
    }
    for (int limit : limits) {
      statement.setInt(next++, limit);
    }
  }

  private static Line line(Acting reader, ResultSet row) throws SQLException {
    long actor = row.getLong("actor");
    boolean known = knows(reader, actor, number(row, "actor_pharmacy"));
    long subject = number(row, "subject").orElse(Trail.NOBODY);
    boolean knownSubject = knows(reader, subject, number(row, "subject_pharmacy"));
    return new Line(
        row.getString("entry"),
        TrailKind.of(row.getInt("kind")),
        instant(row, "at"),
        instant(row, "first_at"),
        row.getInt("times"),
        row.getBoolean("several"),
        Optional.ofNullable(row.getString("actor_name")).filter(name -> known),
        actor != Trail.NOBODY && !known,
        Optional.ofNullable(row.getString("subject_name")).filter(name -> knownSubject),
        Optional.ofNullable(row.getString("slip")).map(SlipNumber::of),
        Optional.ofNullable(row.getString("peer")).filter(peer -> known).map(Neighbourhood::new));
  }

  /** Whether the reader may know somebody by name: a stranger has none to hide. */
  private static boolean knows(Acting reader, long member, Optional<Long> pharmacy) {
    return member == Trail.NOBODY
        || member == reader.member().value()
        || reader.role() == Role.ADMINISTRATOR
        || pharmacy.isPresent() && reader.pharmacy().filter(ours -> ours.value() == pharmacy.get()).isPresent();
  }

  private static Optional<Long> number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  private static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
