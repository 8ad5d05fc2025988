package souspli.mariadb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import souspli.fixtures.ADatabase;

/** {@code db/accounts.sql}: who may not do what. */
class AccountsIT {
  @BeforeAll
  static void fresh() {
    ADatabase.fresh();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE more (n INT)",
        "CREATE DATABASE more",
        "ALTER TABLE link ADD COLUMN name VARCHAR(80)",
        "DROP TABLE event",
        "TRUNCATE TABLE event",
        "CREATE INDEX i ON link (state)",
        "CREATE TRIGGER t BEFORE INSERT ON link FOR EACH ROW SET NEW.state = 0",
        "SELECT slip FROM link INTO OUTFILE 'out'",
        "SELECT LOAD_FILE('/etc/passwd') IS NOT NULL AND 1 = (SELECT COUNT(*) FROM mysql.user)",
        "SET GLOBAL general_log = 1",
        "SELECT * FROM mysql.global_priv",
        "DELETE FROM event",
        "UPDATE event SET kind = 1",
        "UPDATE result SET revision = 2",
        "DELETE FROM tries",
        "INSERT INTO gate VALUES (262144, 0)",
        "DELETE FROM member",
        "DELETE FROM key_check",
        "DELETE FROM api_key",
        "DELETE FROM pharmacy",
        "DELETE FROM schema_history",
        "DELETE FROM trail",
        "UPDATE trail SET kind = 1",
        "UPDATE trail_due SET kind = 1",
        "INSERT INTO professional VALUES ('99000000001', '990000002', '')",
        "DELETE FROM professional",
        "UPDATE directory_load SET loaded_on = NULL",
        "GRANT SELECT ON link TO souspli_app@'127.0.0.1'",
      })
  void the_portal_may_not(String text) {
    refused(Account.APP, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM link",
        "SELECT * FROM member",
        "UPDATE tries SET allowed = 10",
        "DELETE FROM event",
        "DROP TABLE link",
        "SELECT slip FROM link INTO OUTFILE 'out'",
        "SET GLOBAL general_log = 1",
      })
  void the_migrating_account_may_not(String text) {
    refused(Account.MIGRATE, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM member",
        "SELECT * FROM pharmacy",
        "SELECT * FROM link",
        "SELECT * FROM schema_history",
        "DELETE FROM directory_load",
        "DROP TABLE professional",
        "LOAD DATA INFILE '/etc/passwd' INTO TABLE professional",
      })
  void the_account_of_the_directory_may_not(String text) {
    refused(Account.DIRECTORY, text);
  }

  @Test
  void the_gate_has_its_cells_and_the_portal_counts_in_them() throws SQLException {
    try (Connection connection = ADatabase.as(Account.APP).getConnection();
        Statement statement = connection.createStatement()) {
      assertEquals(1, statement.executeUpdate("UPDATE gate SET tat = tat + 1 WHERE cell = 262143 AND tat = 0"));
      try (ResultSet rows = statement.executeQuery("SELECT COUNT(*), MIN(cell), MAX(cell) FROM gate")) {
        rows.next();
        assertEquals(List.of(262_144, 0, 262_143), List.of(rows.getInt(1), rows.getInt(2), rows.getInt(3)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"APP", "DIRECTORY"})
  void rights_are_given_table_by_table_only(Account account) throws SQLException {
    List<String> grants = new ArrayList<>();
    try (Connection connection = ADatabase.as(account).getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW GRANTS")) {
      while (rows.next()) {
        grants.add(rows.getString(1));
      }
    }
    assertTrue(grants.removeIf(grant -> grant.startsWith("GRANT USAGE ON *.*")), grants.toString());
    for (String grant : grants) {
      assertTrue(
          grant.matches("GRANT (SELECT|INSERT|UPDATE|DELETE|, )+ ON `souspli`\\.`[a-z_]+` TO .*"), () -> grant);
    }
  }

  private static void refused(Account account, String text) {
    SQLException refusal =
        assertThrows(
            SQLException.class,
            () -> {
              try (Connection connection = ADatabase.as(account).getConnection();
                  Statement statement = connection.createStatement()) {
                statement.execute(text);
              }
            });
    assertTrue(refusal.getSQLState().equals("42000") || refusal.getErrorCode() == 1045, refusal::getMessage);
  }
}
