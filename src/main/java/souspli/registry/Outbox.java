package souspli.registry;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souspli.sealedlink.LinkId;
import souspli.sealedlink.PharmacyId;
import souspli.sealedlink.SlipNumber;
import souspli.settings.Settings;

/**
 * What is owed to the registry. Works on the caller's connection and in its transaction, after the link's row is
 * locked: a revision is owed exactly when it exists. Without a registry nothing is ever owed.
 */
@Dependent
public class Outbox {
  private final boolean registry;

  @Inject
  public Outbox(Settings settings) {
    this.registry = settings.registry().isPresent();
  }

  /** A revision was entered. An earlier one that was refused is no longer of interest. Returns whether it is owed. */
  public boolean owe(Connection db, LinkId link, int revision) throws SQLException {
    if (registry) {
      change(db, "UPDATE outbox SET state = 4 WHERE link_id = ? AND state IN (2, 3)", link);
      change(
          db, "INSERT INTO outbox (link_id, revision, next_try) VALUES (?, " + revision + ", UTC_TIMESTAMP())", link);
    }
    return registry;
  }

  /**
   * The pharmacy takes its result back. What never left is not sent at all; what the registry has, or may have, is
   * followed by its withdrawal. Returns whether that is owed.
   */
  public boolean oweWithdrawal(Connection db, LinkId link) throws SQLException {
    if (!registry) {
      return false;
    }
    change(db, "DELETE FROM outbox WHERE link_id = ? AND state = 0 AND tries = 0", link);
    change(db, "UPDATE outbox SET state = 4 WHERE link_id = ? AND state IN (2, 3)", link);
    return change(
            db,
            """
            INSERT INTO outbox (link_id, revision, next_try)
            SELECT link_id, revision + 1, UTC_TIMESTAMP() FROM link l
            WHERE l.link_id = ? AND EXISTS (SELECT 1 FROM outbox o WHERE o.link_id = l.link_id AND o.state IN (0, 1))
            """,
            link)
        == 1;
  }

  /**
   * A re-issue: the report is the same, so what is owed moves on and what was sent is not repeated. Returns the
   * rows.
   */
  public int move(Connection db, LinkId from, LinkId to) throws SQLException {
    try (PreparedStatement update = db.prepareStatement("UPDATE outbox SET link_id = ? WHERE link_id = ?")) {
      update.setBytes(1, to.bytes());
      update.setBytes(2, from.bytes());
      return update.executeUpdate();
    }
  }

  /** Sends the last revision once more, after it was refused; false when that is not how it stands. */
  public boolean again(Connection db, LinkId link) throws SQLException {
    return change(
            db,
            """
            UPDATE outbox SET state = 0, next_try = UTC_TIMESTAMP(), lease = NULL, field = NULL
            WHERE link_id = ? AND state IN (2, 3) ORDER BY revision DESC LIMIT 1
            """,
            link)
        == 1;
  }

  /**
   * What is told of the person has changed, so {@code revision}, the last, is told once more, were it acknowledged;
   * what still waits is built from what is right by then. What a sender has in its hands at this moment it will not
   * settle: that goes once more when its lease is over. Returns whether anything goes that would not have gone.
   */
  public boolean tellAnew(Connection db, LinkId link, int revision) throws SQLException {
    change(db, "UPDATE outbox SET tries = tries + 1 WHERE link_id = ? AND state = 0 AND lease IS NOT NULL", link);
    return change(
            db,
            "UPDATE outbox SET state = 0, next_try = UTC_TIMESTAMP(), lease = NULL, field = NULL"
                + " WHERE link_id = ? AND state IN (1, 2, 3) AND revision = " + revision,
            link)
        == 1;
  }

  /** Custody has ended for good: what the registry has not got it will not get. Returns how many revisions. */
  public int giveUp(Connection db, LinkId link) throws SQLException {
    return change(db, "UPDATE outbox SET state = 4, lease = NULL WHERE link_id = ? AND state IN (0, 2, 3)", link);
  }

  /** Whether the registry has not got all of it. */
  public boolean isOpen(Connection db, LinkId link) throws SQLException {
    try (PreparedStatement select =
        db.prepareStatement("SELECT 1 FROM outbox WHERE link_id = ? AND state IN (0, 2, 3) LIMIT 1")) {
      select.setBytes(1, link.bytes());
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /** How the transfers of a pharmacy's links stand that were issued on {@code day} or later. */
  public Map<LinkId, Transfer> since(Connection db, PharmacyId pharmacy, LocalDate day) throws SQLException {
    try (PreparedStatement select =
        db.prepareStatement(
            """
            SELECT o.link_id, o.state, o.tries, o.field FROM outbox o JOIN link l ON l.link_id = o.link_id
            WHERE l.pharmacy = ? AND l.custody_day >= ? ORDER BY o.revision
            """)) {
      select.setLong(1, pharmacy.value());
      select.setObject(2, day);
      return read(select);
    }
  }

  /** The slips of a pharmacy whose transfer is a task for it; oldest issue first. */
  public List<SlipNumber> tasks(Connection db, PharmacyId pharmacy) throws SQLException {
    try (PreparedStatement select =
        db.prepareStatement(
            """
            SELECT l.slip FROM outbox o JOIN link l ON l.link_id = o.link_id
            WHERE o.state IN (2, 3, 4) AND l.pharmacy = ? AND (l.state <> 2 OR o.revision > l.revision)
              AND NOT EXISTS (SELECT 1 FROM outbox n WHERE n.link_id = o.link_id AND n.revision > o.revision)
            ORDER BY l.expires_on, l.slip
            """)) {
      select.setLong(1, pharmacy.value());
      try (ResultSet row = select.executeQuery()) {
        List<SlipNumber> slips = new ArrayList<>();
        while (row.next()) {
          slips.add(SlipNumber.of(row.getString(1)));
        }
        return List.copyOf(slips);
      }
    }
  }

  /** Of one link; empty when nothing was ever owed for it. */
  public Optional<Transfer> of(Connection db, LinkId link) throws SQLException {
    try (PreparedStatement select =
        db.prepareStatement("SELECT link_id, state, tries, field FROM outbox WHERE link_id = ? ORDER BY revision")) {
      select.setBytes(1, link.bytes());
      return Optional.ofNullable(read(select).get(link));
    }
  }

  /** A link's last revision stands for it: the rows come in their order. */
  private static Map<LinkId, Transfer> read(PreparedStatement select) throws SQLException {
    Map<LinkId, Transfer> transfers = new HashMap<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        Transfer transfer =
            switch (row.getInt("state")) {
              case 0 -> new Transfer.Waiting(row.getInt("tries"));
              case 1 -> new Transfer.Sent();
              case 2 -> new Transfer.Refused(Transfer.Mend.of(row.getObject("field", Integer.class)));
              case 3 -> new Transfer.PersonLooks();
              case 4 -> new Transfer.GivenUp();
              default -> throw new IllegalStateException("an outbox row in no known state");
            };
        transfers.put(new LinkId(row.getBytes("link_id")), transfer);
      }
    }
    return transfers;
  }

  private static int change(Connection db, String sql, LinkId link) throws SQLException {
    try (PreparedStatement change = db.prepareStatement(sql)) {
      change.setBytes(1, link.bytes());
      return change.executeUpdate();
    }
  }
}
