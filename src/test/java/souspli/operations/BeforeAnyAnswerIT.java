package souspli.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mariadb.jdbc.MariaDbDataSource;
import souspli.fixtures.ADatabase;
import souspli.settings.Settings;

/** What the portal looks at before it answers, and how it says what is wrong. */
class BeforeAnyAnswerIT {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @TempDir private Path folder;
  private DataSource database;

  @BeforeEach
  void fresh() {
    database = ADatabase.fresh();
  }

  @Test
  void the_first_start_makes_the_keys_and_the_next_finds_them() {
    assertEquals(List.of(), faults());
    assertTrue(Files.exists(folder.resolve("keys/pepper-2026-11")));
    assertTrue(Files.exists(folder.resolve("keys/day-2026-12-01")));
    assertEquals(List.of(), faults());
  }

  @Test
  void a_pepper_that_a_link_needs_is_missing_and_its_file_is_named() throws Exception {
    assertEquals(List.of(), faults());
    aLink();
    Path pepper = folder.resolve("keys/pepper-2026-11");
    Files.move(pepper, folder.resolve("elsewhere"));
    assertNames(pepper.toString());

    // another one under its name is no better
    Files.copy(folder.resolve("keys/pepper-2026-12"), pepper);
    assertNames(pepper.toString());
  }

  @Test
  void tables_of_another_version_name_the_command_that_mends_them() throws Exception {
    sql("UPDATE schema_history SET checksum = checksum + 1 WHERE version = '001'");
    try {
      assertNames("souspli migrate");
    } finally {
      sql("UPDATE schema_history SET checksum = checksum - 1 WHERE version = '001'");
    }
    sql("INSERT INTO schema_history SELECT 99, '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', installed_on, 1, 1"
        + " FROM schema_history LIMIT 1");
    try {
      assertNames("souspli migrate");
    } finally {
      sql("DELETE FROM schema_history WHERE version = '999'");
    }
  }

  @Test
  void a_database_that_is_not_there_names_its_setting() throws Exception {
    MariaDbDataSource nowhere = new MariaDbDataSource("jdbc:mariadb://127.0.0.1:1/souspli?connectTimeout=500");
    List<String> faults = BeforeAnyAnswer.faults(nowhere, settings(), TODAY);
    assertEquals(1, faults.size());
    assertTrue(faults.getFirst().startsWith("souspli.database.url: "), faults.getFirst());
    assertEquals(1, faults.getFirst().lines().count());
  }

  private void assertNames(String word) {
    List<String> faults = faults();
    assertEquals(1, faults.size(), faults.toString());
    assertTrue(faults.getFirst().contains(word), faults.getFirst());
  }

  private List<String> faults() {
    return BeforeAnyAnswer.faults(database, settings(), TODAY);
  }

  private Settings settings() {
    Map<String, String> values =
        Map.of(
            "souspli.environment", "test",
            "souspli.base-url", "http://localhost:8080",
            "souspli.database.url", ADatabase.address().url(),
            "souspli.database.user", "souspli_app",
            "souspli.database.password-file", folder.resolve("password").toString(),
            "souspli.work", folder.resolve("work").toString(),
            "souspli.keys", folder.resolve("keys").toString(),
            "souspli.log", folder.resolve("log").toString());
    return Settings.read(name -> Optional.ofNullable(values.get(name)));
  }

  private static void aLink() throws SQLException {
    sql("INSERT INTO pharmacy VALUES (7, 'Pharmacie', '04 72 00 00 01', '690000018', 'Europe/Paris')");
    sql("INSERT INTO link VALUES (REPEAT('l', 32), '4821930577', 7, 0, NULL, 202611, '2026-11-24', '2027-02-22',"
        + " REPEAT('v', 32), REPEAT('h', 60), NULL, NULL, REPEAT('k', 32), 0, 0, REPEAT('r', 16))");
  }

  private static void sql(String text) throws SQLException {
    try (Connection connection = ADatabase.owner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }
}
