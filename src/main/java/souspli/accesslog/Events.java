package souspli.accesslog;

import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import souspli.sealedlink.LinkId;

/**
 * The events of every link. Works on the caller's connection and in its transaction: an event is durable exactly when
 * what it tells is.
 */
@Dependent
public class Events {
  /** The actor of what is done with the slip in hand. */
  public static final long HOLDER = 0;

  /** The actor of what the portal does by itself. No member of staff ever has this number. */
  public static final long PORTAL = Long.MAX_VALUE;

  /**
   * Writes the event that the caller has just counted. The caller raises {@code link.events} first, in the same
   * transaction, and so holds the link's row: that gives each event its number without a gap, and no two the same.
   *
   * @param at is cut to whole seconds
   * @throws IllegalStateException when the link is gone
   */
  public void append(Connection connection, LinkId link, Instant at, EventKind kind, long actor, int revision)
      throws SQLException {
    append(connection, link, at, kind, actor, revision, OptionalInt.empty());
  }

  /**
   * As above.
   *
   * @param grounds code of why, which staff alone are told
   */
  public void append(
      Connection connection, LinkId link, Instant at, EventKind kind, long actor, int revision, OptionalInt grounds)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO event (link_id, seq, at, kind, actor, revision, grounds)
            SELECT link_id, events - 1, ?, ?, ?, ?, ? FROM link WHERE link_id = ?
            """)) {
      insert.setObject(1, utc(at));
      insert.setInt(2, kind.code());
      insert.setLong(3, actor);
      insert.setInt(4, revision);
      insert.setObject(5, grounds.isPresent() ? grounds.getAsInt() : null);
      insert.setBytes(6, link.bytes());
      if (insert.executeUpdate() != 1) {
        throw new IllegalStateException("an event of a link that is not there");
      }
    }
  }

  /**
   * What whoever holds the slip is told of the link.
   *
   * @param lastTen latest first
   * @param openings how often a result was shown to who holds the slip
   * @param highestRevision that any event names: a row that was rolled back alone falls behind it
   */
  public record Told(List<Event> lastTen, int openings, int highestRevision) {}

  /**
   * All of it in one question to the database, since every opening asks.
   *
   * @throws IllegalStateException when there is no event: every link begins with one
   */
  public Told told(Connection connection, LinkId link) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT seq, at, kind, actor, revision,
                   (SELECT COUNT(*) FROM event o WHERE o.link_id = e.link_id AND o.kind = 4) AS openings,
                   (SELECT MAX(h.revision) FROM event h WHERE h.link_id = e.link_id) AS highest
            FROM event e WHERE link_id = ? ORDER BY seq DESC LIMIT 10
            """)) {
      select.setBytes(1, link.bytes());
      try (ResultSet rows = select.executeQuery()) {
        List<Event> events = new ArrayList<>();
        int openings = 0;
        int highest = 0;
        while (rows.next()) {
          openings = rows.getInt("openings");
          highest = rows.getInt("highest");
          events.add(
              new Event(
                  rows.getInt("seq"),
                  instant(rows),
                  EventKind.of(rows.getInt("kind")),
                  rows.getLong("actor"),
                  rows.getInt("revision")));
        }
        if (events.isEmpty()) {
          throw new IllegalStateException("a link that was never issued");
        }
        return new Told(List.copyOf(events), openings, highest);
      }
    }
  }

  /** How often a result was shown to who holds the slip. */
  public int openings(Connection connection, LinkId link) throws SQLException {
    return number(connection, "SELECT COUNT(*) FROM event WHERE link_id = ? AND kind = 4", link);
  }

  /** When the link began. */
  public Instant issuedAt(Connection connection, LinkId link) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT at FROM event WHERE link_id = ? AND seq = 0")) {
      select.setBytes(1, link.bytes());
      try (ResultSet rows = select.executeQuery()) {
        if (!rows.next()) {
          throw new IllegalStateException("a link that was never issued");
        }
        return instant(rows);
      }
    }
  }

  /** How many events of this kind {@code actor} has caused from {@code since} on. */
  public int countBy(Connection connection, long actor, EventKind kind, Instant since) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT COUNT(*) FROM event WHERE actor = ? AND at >= ? AND kind = ?")) {
      select.setLong(1, actor);
      select.setObject(2, utc(since));
      select.setInt(3, kind.code());
      return first(select);
    }
  }

  private static int number(Connection connection, String sql, LinkId link) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setBytes(1, link.bytes());
      return first(select);
    }
  }

  private static int first(PreparedStatement select) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Instant instant(ResultSet row) throws SQLException {
    return row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  private static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
  }
}
