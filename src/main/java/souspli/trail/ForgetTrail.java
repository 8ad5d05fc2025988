package souspli.trail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * After 180 days, by the database's clock, a line is of no use to who looks into a misuse and only tells who worked
 * when: it goes. Younger lines the portal's account cannot delete, see {@code db/accounts.sql}.
 */
@Dependent
public class ForgetTrail {

  /** So many at a time, so that no other transaction waits long. */
  private static final int MOST = 5_000;

  private final DataSource database;

  @Inject
  public ForgetTrail(DataSource database) {
    this.database = database;
  }

  /** Forgets up to 5,000 lines, the rest when called again. Two nodes may do so at once. */
  public void forgetDue() {
    try (Connection db = database.getConnection();
        Statement statement = db.createStatement()) {
      statement.executeUpdate("DELETE FROM trail_due LIMIT " + MOST);
      statement.executeUpdate("DELETE FROM refusal WHERE at < UTC_TIMESTAMP() - INTERVAL 180 DAY LIMIT " + MOST);
    } catch (SQLException e) {
      throw new IllegalStateException("old lines of the trail could not be removed", e);
    }
  }
}
