package souspli.limits;

import jakarta.inject.Inject;
import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import souspli.keys.KeyDirectory;
import souspli.sealedlink.LinkId;

/**
 * Counts a try before anything about it is known: transaction A of <i>Open</i>. There is no SELECT in it, so that it
 * waits for locks instead of failing on a stale snapshot, and nobody derives or compares anything before its commit has
 * returned: however many ask at once, and on however many nodes, each right guess has first paid for itself.
 *
 * <p>Locks are taken in the order gate, tries, link, in both transactions.
 */
@Dependent
public class CountTry {
  /** The database's clock: nodes may disagree about the time, the rows may not. */
  private static final String NOW = "TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6))";

  private static final String PASS =
      """
      UPDATE gate SET tat = GREATEST(tat, %1$s) + ?
       WHERE cell = ? AND GREATEST(tat, %1$s) + ? - %1$s <= ?
      """
          .formatted(NOW);

  private static final String COUNT =
      """
      UPDATE tries SET used = used + 1 WHERE link_id = ? AND used < allowed
      """;

  private static final String PASS_BACK =
      """
      UPDATE gate SET tat = tat - ? WHERE cell = ?
      """;

  private static final String COUNT_BACK =
      """
      UPDATE tries SET used = used - 1 WHERE link_id = ? AND used > 0
      """;

  private final KeyDirectory keys;
  private final InstantSource clock;

  @Inject
  public CountTry(KeyDirectory keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Counts one try at a link, which need not exist.
   *
   * @param db with autocommit off and no transaction open
   * @throws Transaction.Contended when the database could not be had
   */
  public Counted count(Connection db, ClientAddress from, LinkId link) throws SQLException {
    List<Cell> cells = Cell.of(from, keys.gateKey(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    return Transaction.run(
        db,
        () -> pass(db, cells) ? new Counted.Passed(count(db, link), cells) : new Counted.Refused(),
        counted -> counted instanceof Counted.Passed);
  }

  /** Gives back what a try took that turned out right: the first part of transaction B, inside the caller's own. */
  public void giveBack(Connection db, Counted.Passed passed, LinkId link) throws SQLException {
    try (PreparedStatement statement = db.prepareStatement(PASS_BACK)) {
      for (Cell cell : passed.cells()) {
        statement.setLong(1, cell.gate().increment());
        statement.setInt(2, cell.number());
        statement.executeUpdate();
      }
    }
    try (PreparedStatement statement = db.prepareStatement(COUNT_BACK)) {
      statement.setBytes(1, link.bytes());
      statement.executeUpdate();
    }
  }

  private static boolean pass(Connection db, List<Cell> cells) throws SQLException {
    try (PreparedStatement statement = db.prepareStatement(PASS)) {
      for (Cell cell : cells) {
        statement.setLong(1, cell.gate().increment());
        statement.setInt(2, cell.number());
        statement.setLong(3, cell.gate().increment());
        statement.setLong(4, cell.gate().limit());
        if (statement.executeUpdate() == 0) {
          return false;
        }
      }
      return true;
    }
  }

  private static boolean count(Connection db, LinkId link) throws SQLException {
    try (PreparedStatement statement = db.prepareStatement(COUNT)) {
      statement.setBytes(1, link.bytes());
      return statement.executeUpdate() == 1;
    }
  }
}
