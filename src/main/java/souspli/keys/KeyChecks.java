package souspli.keys;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import souspli.sealedlink.Secret;

/**
 * The table {@code key_check}: which keys there ever were, how each is recognised and when it was destroyed. A row is
 * never removed and its check never changed.
 */
@Dependent
public class KeyChecks {
  private final DataSource database;

  @Inject
  public KeyChecks(DataSource database) {
    this.database = database;
  }

  /** What the table says of one key. */
  public record Recorded(Secret.Check check, Optional<LocalDate> destroyedOn) {}

  public Map<KeyName, Recorded> all() {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT name, key_check, destroyed_on FROM key_check");
        ResultSet row = select.executeQuery()) {
      Map<KeyName, Recorded> all = new TreeMap<>();
      while (row.next()) {
        Optional<LocalDate> destroyed = Optional.ofNullable(row.getObject("destroyed_on", LocalDate.class));
        all.put(
            new KeyName(row.getString("name")),
            new Recorded(new Secret.Check(row.getBytes("key_check")), destroyed));
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException("could not read key_check", e);
    }
  }

  /** Records a new key; whoever was first stays. */
  public void record(KeyName name, Secret.Check check) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT IGNORE INTO key_check (name, key_check) VALUES (?, ?)")) {
      insert.setString(1, name.text());
      insert.setBytes(2, check.bytes());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("could not record the key " + name, e);
    }
  }

  public void recordDestroyed(KeyName name, LocalDate on) {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE key_check SET destroyed_on = ? WHERE name = ? AND destroyed_on IS NULL")) {
      update.setObject(1, on);
      update.setString(2, name.text());
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("could not record that the key " + name + " is destroyed", e);
    }
  }

  /** The peppers without which a link that can still be read would not open. */
  Set<KeyName> peppersOfLinks(LocalDate today) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT DISTINCT pepper_month FROM link WHERE expires_on >= ?")) {
      select.setObject(1, today.minusDays(1)); // a link outlives its day by twelve hours
      Set<KeyName> peppers = new TreeSet<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          peppers.add(KeyName.pepper(YearMonth.of(row.getInt(1) / 100, row.getInt(1) % 100)));
        }
      }
      return peppers;
    } catch (SQLException e) {
      throw new IllegalStateException("could not read which peppers are needed", e);
    }
  }

  /** The day keys of all links in custody. */
  Set<KeyName> dayKeysOfLinks() {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT DISTINCT custody_day FROM link WHERE custody_day IS NOT NULL");
        ResultSet row = select.executeQuery()) {
      Set<KeyName> days = new TreeSet<>();
      while (row.next()) {
        days.add(KeyName.day(row.getObject(1, LocalDate.class)));
      }
      return days;
    } catch (SQLException e) {
      throw new IllegalStateException("could not read which day keys are needed", e);
    }
  }
}
