package souspli.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import souspli.accesslog.EventKind;
import souspli.accesslog.Events;
import souspli.sealedlink.LinkId;

/**
 * Who sends which revision, by the database's clock alone: at most one sender has a row, at most one row of a link
 * is in flight, and the earlier revision goes first. Each method is one transaction of the caller's.
 */
final class Leases {
  /** A sender that dies gives its row back after this long; one that lives gives up well before. */
  static final Duration LENGTH = Duration.ofSeconds(90);

  private static final int SENT = 1;
  private static final int REFUSED = 2;
  private static final int PERSON_LOOKS = 3;
  private static final int GIVEN_UP = 4;

  private final Events events;

  Leases(Events events) {
    this.events = events;
  }

  /**
   * A row that one sender has.
   *
   * @param tries number of this lease: raised each time, so a sender that comes too late changes nothing
   */
  record Lease(LinkId link, int revision, int tries) {}

  /** The revisions that are due, whoever's they are, the longest waiting first; at most one of a link. */
  List<Lease> take(Connection db, int most) throws SQLException {
    List<Lease> taken = new ArrayList<>();
    try (PreparedStatement select =
        db.prepareStatement(
            """
            SELECT o.link_id, o.revision, o.tries FROM outbox o
            WHERE o.state = 0 AND o.next_try <= UTC_TIMESTAMP() AND (o.lease IS NULL OR o.lease < UTC_TIMESTAMP())
              AND NOT EXISTS (
                SELECT 1 FROM outbox e WHERE e.link_id = o.link_id AND e.revision < o.revision AND e.state = 0)
            ORDER BY o.next_try LIMIT ? FOR UPDATE SKIP LOCKED
            """)) {
      select.setInt(1, most);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          taken.add(new Lease(new LinkId(row.getBytes(1)), row.getInt(2), row.getInt(3) + 1));
        }
      }
    }
    try (PreparedStatement update =
        db.prepareStatement(
            "UPDATE outbox SET lease = UTC_TIMESTAMP() + INTERVAL " + LENGTH.toSeconds() + " SECOND,"
                + " tries = tries + 1 WHERE link_id = ? AND revision = ?")) {
      for (Lease lease : taken) {
        update.setBytes(1, lease.link().bytes());
        update.setInt(2, lease.revision());
        update.addBatch();
      }
      update.executeBatch();
    }
    return taken;
  }

  /** The registry has it: the event, and the end of what a withdrawn link still held for it. */
  void acknowledged(Connection db, Lease lease, Instant now) throws SQLException {
    Optional<Held> link = lock(db, lease.link());
    if (link.isEmpty() || !settle(db, lease, "state = " + SENT + ", status = 200, field = NULL")) {
      return;
    }
    change(db, "UPDATE link SET events = events + 1 WHERE link_id = ?", lease.link());
    int revision = Math.min(lease.revision(), link.get().revision());
    events.append(db, lease.link(), now, EventKind.TRANSFERRED, Events.HOLDER, revision);
    release(db, lease.link(), link.get());
  }

  void refused(Connection db, Lease lease, int status, Optional<Transfer.Mend> field) throws SQLException {
    String mend = field.map(Transfer.Mend::code).map(String::valueOf).orElse("NULL");
    end(db, lease, "state = " + REFUSED + ", status = " + status + ", field = " + mend);
  }

  void personLooks(Connection db, Lease lease, OptionalInt status) throws SQLException {
    end(db, lease, "state = " + PERSON_LOOKS + ", status = " + text(status));
  }

  /** What it was to be made from is gone. */
  void givenUp(Connection db, Lease lease) throws SQLException {
    end(db, lease, "state = " + GIVEN_UP);
  }

  void again(Connection db, Lease lease, OptionalInt status, Duration wait) throws SQLException {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    settle(
        db, lease, "status = " + text(status) + ", next_try = UTC_TIMESTAMP() + INTERVAL " + seconds + " SECOND");
  }

  /** Nothing of it was read; the queue as a whole waits. */
  void back(Connection db, Lease lease, OptionalInt status) throws SQLException {
    settle(db, lease, "status = " + text(status));
  }

  /** As if it had never been taken: nobody tried to send it. */
  void untried(Connection db, Lease lease) throws SQLException {
    settle(db, lease, "tries = tries - 1");
  }

  private void end(Connection db, Lease lease, String how) throws SQLException {
    Optional<Held> link = lock(db, lease.link());
    if (link.isPresent() && settle(db, lease, how)) {
      release(db, lease.link(), link.get());
    }
  }

  /**
   * How a link stands, which nobody changes meanwhile.
   *
   * @param carried custody has ended but for what is owed
   */
  private record Held(int revision, boolean withdrawn, boolean carried) {}

  /** Before the rows of its outbox, in the order of everybody else. */
  private static Optional<Held> lock(Connection db, LinkId link) throws SQLException {
    try (PreparedStatement select =
        db.prepareStatement(
            """
            SELECT l.revision, l.state = 2,
              COALESCE(
                l.custody_day > (SELECT DATE(i.at) FROM event i WHERE i.link_id = l.link_id AND i.seq = 0), FALSE)
            FROM link l WHERE l.link_id = ? FOR UPDATE
            """)) {
      select.setBytes(1, link.bytes());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Held(row.getInt(1), row.getBoolean(2), row.getBoolean(3)))
            : Optional.empty();
      }
    }
  }

  /** {@code how} is made of our own words and numbers only. */
  private static boolean settle(Connection db, Lease lease, String how) throws SQLException {
    try (PreparedStatement update =
        db.prepareStatement(
            "UPDATE outbox SET " + how + ", lease = NULL"
                + " WHERE link_id = ? AND revision = ? AND tries = ? AND state = 0")) {
      update.setBytes(1, lease.link().bytes());
      update.setInt(2, lease.revision());
      update.setInt(3, lease.tries());
      return update.executeUpdate() == 1;
    }
  }

  /** A link that was withdrawn, or is past its custody, keeps what is owed of it, and not a moment longer. */
  private static void release(Connection db, LinkId link, Held held) throws SQLException {
    if (!held.withdrawn() && !held.carried()) {
      return;
    }
    int released =
        change(
            db,
            """
            UPDATE link l SET l.custody_wrap = NULL, l.traits = NULL%s
            WHERE l.link_id = ? AND NOT EXISTS (
              SELECT 1 FROM outbox o WHERE o.link_id = l.link_id AND o.state IN (%s))
            """
                .formatted(held.carried() ? ", l.custody_day = NULL" : "", held.withdrawn() ? "0" : "0, 2, 3"),
            link);
    if (released > 0 && held.withdrawn()) {
      change(db, "DELETE FROM result WHERE link_id = ?", link);
    }
  }

  private static int change(Connection db, String sql, LinkId link) throws SQLException {
    try (PreparedStatement statement = db.prepareStatement(sql)) {
      statement.setBytes(1, link.bytes());
      return statement.executeUpdate();
    }
  }

  private static String text(OptionalInt status) {
    return status.isPresent() ? Integer.toString(status.getAsInt()) : "NULL";
  }
}
