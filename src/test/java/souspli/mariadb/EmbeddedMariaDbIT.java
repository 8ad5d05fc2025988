package souspli.mariadb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMariaDbIT {
  private static final Path DISTRIBUTION = Path.of(System.getProperty("souspli.distribution", "target/souspli"));

  @TempDir private Path directory;

  @Test
  void keeps_its_data_through_a_stop_and_a_kill() throws Exception {
    DatabaseAddress first;
    try (EmbeddedMariaDb db = start()) {
      first = db.address();
      sql(first, "CREATE TABLE souspli.kept (n INT PRIMARY KEY)");
      sql(first, "INSERT INTO souspli.kept VALUES (1)");
    }
    EmbeddedMariaDb killed = start();
    assertEquals(first.port(), killed.address().port(), "the port of last time");
    sql(killed.address(), "INSERT INTO souspli.kept VALUES (2)");
    assertTrue(killed.process().destroyForcibly());
    killed.process().onExit().get(10, TimeUnit.SECONDS);
    assertFalse(killed.address().answers());
    killed.close();

    try (EmbeddedMariaDb db = start()) {
      assertEquals(2, count(db.address(), "SELECT COUNT(*) FROM souspli.kept"));
    }
  }

  @Test
  void is_for_one_at_a_time_and_for_nobody_without_a_password() throws Exception {
    try (EmbeddedMariaDb db = start()) {
      NoDatabase refusal = assertThrows(NoDatabase.class, this::start);
      assertTrue(refusal.getMessage().contains("in use"), refusal.getMessage());
      assertTrue(db.address().answers(), "the refused start left it alone");
      assertEquals(0, count(db.address(), "SELECT COUNT(*) FROM mysql.global_priv WHERE user = ''"));
      for (Account account : Account.values()) {
        Path file = db.address().passwordFile(account);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertThrows(
            SQLException.class,
            () -> java.sql.DriverManager.getConnection(db.address().url(), account.user(), "").close());
      }
      assertFalse(Files.exists(db.address().accounts().resolve("init.sql")), "passwords lie about");
    }
  }

  private EmbeddedMariaDb start() {
    return EmbeddedMariaDb.start(DISTRIBUTION, directory.resolve("database"), 0);
  }

  private static void sql(DatabaseAddress address, String text) throws SQLException {
    try (Connection connection = address.connect(Account.OWNER);
        Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  private static long count(DatabaseAddress address, String text) throws SQLException {
    try (Connection connection = address.connect(Account.OWNER);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(text)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
