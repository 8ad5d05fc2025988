package souspli.registry;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** The outbox as an operator sees it: figures, and nothing of any link. */
@Dependent
public class Queue {
  private final DataSource database;

  @Inject
  public Queue(DataSource database) {
    this.database = database;
  }

  /**
   * @param waiting revisions that are still to be sent
   * @param oldest since when the oldest of them has waited
   * @param refused ones that a pharmacy has to mend
   * @param toLookAt ones that the operator has to look at
   */
  public record Figures(long waiting, Duration oldest, long refused, long toLookAt) {}

  /** The age is that of the event that made the revision, or of the re-issue that took it over. */
  public Figures figures() throws SQLException {
    try (Connection db = database.getConnection();
        PreparedStatement select =
            db.prepareStatement(
                """
                SELECT COALESCE(SUM(state = 0), 0), COALESCE(SUM(state = 2), 0), COALESCE(SUM(state = 3), 0),
                  (SELECT COALESCE(TIMESTAMPDIFF(SECOND, MIN(e.at), UTC_TIMESTAMP()), 0)
                   FROM outbox w JOIN event e ON e.link_id = w.link_id
                   WHERE w.state = 0
                     AND (e.kind IN (2, 3) AND e.revision = w.revision
                       OR e.kind = 6 AND e.revision = w.revision - 1
                       OR e.kind = 1 AND e.revision >= w.revision))
                FROM outbox
                """);
        ResultSet row = select.executeQuery()) {
      row.next();
      return new Figures(
          row.getLong(1), Duration.ofSeconds(Math.max(0, row.getLong(4))), row.getLong(2), row.getLong(3));
    }
  }
}
