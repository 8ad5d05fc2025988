package souspli.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/** The database answers, and its tables are exactly those of this version. */
final class SchemaIsCurrent implements StartUpCheck {
  private final DataSource database;

  SchemaIsCurrent(DataSource database) {
    this.database = database;
  }

  @Override
  public List<String> faults() {
    try (Connection connection = database.getConnection()) {
      if (!connection.isValid(5)) {
        return List.of("souspli.database.url: the database does not answer");
      }
      return new Migrations(database).areApplied()
          ? List.of()
          : List.of("souspli.database.url: the tables are not those of this version; run souspli migrate");
    } catch (SQLException e) {
      return List.of("souspli.database.url: the database cannot be reached: " + oneLine(e));
    } catch (FlywayException e) {
      return List.of("souspli.database.url: the tables cannot be checked: " + oneLine(e));
    }
  }

  private static String oneLine(Exception e) {
    return String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
  }
}
