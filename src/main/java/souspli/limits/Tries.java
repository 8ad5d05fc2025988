package souspli.limits;

import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import souspli.sealedlink.DateOfBirth;
import souspli.sealedlink.LinkId;

/**
 * The wrong tries at each link: a table of its own, in plain SQL on the caller's connection and inside the caller's
 * transaction. Counting itself is another matter.
 */
@Dependent
public class Tries {
  private static final int WHOLE_DATE = 5;

  /** A date without its day or month is sooner guessed. */
  private static final int PARTIAL_DATE = 3;

  /**
   * How a link stands.
   *
   * @param used wrong tries so far
   * @param allowed wrong tries after which it is locked
   */
  public record State(int used, int allowed) {
    public boolean locked() {
      return used >= allowed;
    }

    public boolean granted() {
      return allowed > WHOLE_DATE || allowed == 2 * PARTIAL_DATE;
    }
  }

  /** How many wrong tries a new link bears. */
  public static int allowed(DateOfBirth date) {
    return date.partial() ? PARTIAL_DATE : WHOLE_DATE;
  }

  /**
   * Begins to count for a new link.
   *
   * @param allowed from {@link #allowed(DateOfBirth)}
   */
  public void begin(Connection db, LinkId link, int allowed) throws SQLException {
    try (PreparedStatement statement =
        db.prepareStatement(
            """
            INSERT INTO tries (link_id, used, allowed) VALUES (?, 0, ?)
            """)) {
      statement.setBytes(1, link.bytes());
      statement.setInt(2, allowed);
      statement.executeUpdate();
    }
  }

  /**
   * Allows as many tries again, once in a link's life.
   *
   * @return false when that was done before, or there is no such link
   */
  public boolean grant(Connection db, LinkId link) throws SQLException {
    try (PreparedStatement statement =
        db.prepareStatement(
            """
            UPDATE tries SET allowed = allowed * 2 WHERE link_id = ? AND allowed IN (?, ?)
            """)) {
      statement.setBytes(1, link.bytes());
      statement.setInt(2, WHOLE_DATE);
      statement.setInt(3, PARTIAL_DATE);
      return statement.executeUpdate() == 1;
    }
  }

  /**
   * How a link stands now.
   *
   * @throws IllegalStateException when it has no row: every link begins with one
   */
  public State of(Connection db, LinkId link) throws SQLException {
    try (PreparedStatement statement =
        db.prepareStatement(
            """
            SELECT used, allowed FROM tries WHERE link_id = ?
            """)) {
      statement.setBytes(1, link.bytes());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("a link without tries");
        }
        return new State(row.getInt(1), row.getInt(2));
      }
    }
  }
}
