package souspli.directory;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import souspli.pharmacies.Finess;

/** Looks things up in the register as it was loaded last. It says what the State says, and lets nobody in. */
@Dependent
public class Directory {
  private static final String STANDING =
      """
      SELECT EXISTS (SELECT 1 FROM directory_load WHERE loaded_on IS NOT NULL) AS loaded,
             EXISTS (SELECT 1 FROM professional WHERE rpps = ? AND finess = ?) AS together
      """;

  private static final String PLACES =
      """
      SELECT rpps, finess, name FROM professional WHERE rpps = ? ORDER BY finess
      """;

  /** Who never gave a number is not asked about, nor anybody before a first load; who is disabled needs no row. */
  private static final String MISSING_STAFF =
      """
      SELECT m.name, m.rpps, p.finess, p.name AS pharmacy
        FROM member m
        JOIN pharmacy p ON p.pharmacy = m.pharmacy
       WHERE m.rpps IS NOT NULL AND m.disabled_on IS NULL
         AND EXISTS (SELECT 1 FROM directory_load WHERE loaded_on IS NOT NULL)
         AND NOT EXISTS (SELECT 1 FROM professional r WHERE r.rpps = m.rpps AND r.finess = p.finess)
       ORDER BY p.name, m.name
      """;

  private final DataSource database;

  @Inject
  public Directory(DataSource database) {
    this.database = database;
  }

  /** How a person and a place stand in the register. */
  public enum Standing {
    /** The register says that this person works there. */
    TOGETHER,
    /** It says nothing of the kind: perhaps one of both is unknown. */
    APART,
    /** No register was ever loaded: nobody can say. */
    NEVER_LOADED
  }

  /** A member of staff who, for all the register says, does not work where they work with us. */
  public record Missing(String name, Rpps rpps, Finess finess, String pharmacy) {}

  public Standing standTogether(Rpps rpps, Finess finess) {
    try (Connection db = database.getConnection();
        PreparedStatement select = db.prepareStatement(STANDING)) {
      select.setString(1, rpps.digits());
      select.setString(2, finess.text());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        if (row.getBoolean("together")) {
          return Standing.TOGETHER;
        }
        return row.getBoolean("loaded") ? Standing.APART : Standing.NEVER_LOADED;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the directory could not be read", e);
    }
  }

  /** Where this person works, with the name under which the register has them; empty for an unknown number. */
  public List<Professional> placesOf(Rpps rpps) {
    try (Connection db = database.getConnection();
        PreparedStatement select = db.prepareStatement(PLACES)) {
      select.setString(1, rpps.digits());
      List<Professional> places = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          places.add(
              new Professional(
                  new Rpps(row.getString("rpps")), new Finess(row.getString("finess")), row.getString("name")));
        }
      }
      return places;
    } catch (SQLException e) {
      throw new IllegalStateException("the directory could not be read", e);
    }
  }

  /** Everybody who works here with a number that does not stand together with their pharmacy's. */
  public List<Missing> missingStaff() {
    try (Connection db = database.getConnection();
        PreparedStatement select = db.prepareStatement(MISSING_STAFF);
        ResultSet row = select.executeQuery()) {
      List<Missing> missing = new ArrayList<>();
      while (row.next()) {
        missing.add(
            new Missing(
                row.getString("name"),
                new Rpps(row.getString("rpps")),
                new Finess(row.getString("finess")),
                row.getString("pharmacy")));
      }
      return missing;
    } catch (SQLException e) {
      throw new IllegalStateException("the directory could not be read", e);
    }
  }
}
