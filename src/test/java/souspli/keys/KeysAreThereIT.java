package souspli.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.fixtures.ADatabase;

class KeysAreThereIT {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @TempDir Path temporary;
  private KeyDirectory directory;
  private KeyChecks checks;
  private KeysAreThere check;

  @BeforeEach
  void aNodeWithKeys() {
    DataSource database = ADatabase.fresh();
    directory = KeyDirectory.openOrMake(temporary.resolve("keys"), RANDOM);
    checks = new KeyChecks(database);
    check = new KeysAreThere(directory, checks);
    new MakeKeys(directory, checks).ahead(TODAY);
  }

  @Test
  void everyKeyIsRecordedOnceItIsMade() {
    assertEquals(directory.names(), checks.all().keySet());
    directory.names().forEach(name -> assertEquals(directory.check(name).get(), checks.all().get(name).check()));
    assertEquals(List.of(), new MakeKeys(directory, checks).ahead(TODAY));
    assertEquals(List.of(), check.faults(TODAY));
  }

  @Test
  void aPepperThatALinkNeedsIsMissedByName() throws SQLException {
    aLink(202611, null);
    assertEquals(List.of(), check.faults(TODAY));
    directory.destroy(KeyName.pepper(YearMonth.of(2026, 11)));
    assertEquals(List.of(directory.path() + "/pepper-2026-11: the key is missing"), check.faults(TODAY));
    new MakeKeys(directory, checks).ahead(TODAY);
    assertEquals(1, check.faults(TODAY).size(), "a lost key is not replaced in silence");
  }

  @Test
  void anotherPepperUnderTheSameNameIsFoundOut() throws IOException {
    KeyDirectory stranger = KeyDirectory.openOrMake(temporary.resolve("stranger"), RANDOM);
    stranger.makeAhead(TODAY, Set.of());
    KeyName pepper = KeyName.pepper(YearMonth.of(2026, 11));
    Files.delete(directory.file(pepper));
    Files.createLink(directory.file(pepper), stranger.file(pepper));
    KeyDirectory restarted = KeyDirectory.open(directory.path(), RANDOM);
    List<String> faults = new KeysAreThere(restarted, checks).faults(TODAY);
    assertEquals(1, faults.size());
    assertTrue(faults.getFirst().contains("/pepper-2026-11: this is another key"), faults.toString());
  }

  @Test
  void aLostStaffKeyForbidsTheStart() {
    directory.destroy(KeyName.STAFF);
    assertEquals(List.of(directory.path() + "/staff: the key is missing"), check.faults(TODAY));
  }

  @Test
  void aMissingDayKeyIsAWarning() throws SQLException {
    aLink(202611, "2026-11-23");
    directory.destroy(KeyName.day(TODAY));
    List<String> warnings = check.warnings(TODAY).stream().filter(line -> line.contains("/day-")).toList();
    assertEquals(2, warnings.size(), warnings.toString());
    assertTrue(warnings.get(0).contains("day-2026-11-23: the day's key is missing"));
    assertTrue(warnings.get(1).contains("day-2026-11-24: today's key is missing"));
    assertEquals(List.of(), check.faults(TODAY));
  }

  @Test
  void aDestroyedKeyThatComesBackIsDestroyedAgain() {
    checks.recordDestroyed(KeyName.day(TODAY), TODAY.plusDays(4));
    new MakeKeys(directory, checks).ahead(TODAY.plusDays(4));
    assertTrue(Files.notExists(directory.file(KeyName.day(TODAY))));
    assertEquals(TODAY.plusDays(4), checks.all().get(KeyName.day(TODAY)).destroyedOn().orElseThrow());
  }

  /** Whoever can write the table has no way to the keys by it. */
  @Test
  void aKeyInUseIsNotDestroyedBecauseARowSaysSo() {
    List<KeyName> inUse =
        List.of(KeyName.STAFF, KeyName.AUDIT, KeyName.day(TODAY), KeyName.pepper(YearMonth.from(TODAY)));
    inUse.forEach(name -> checks.recordDestroyed(name, TODAY));
    new MakeKeys(directory, checks).ahead(TODAY);
    inUse.forEach(name -> assertTrue(Files.exists(directory.file(name)), name.text()));
  }

  private static void aLink(int pepperMonth, String custodyDay) throws SQLException {
    try (Connection connection = ADatabase.owner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO pharmacy VALUES (1, 'Pharmacie de la Gare', '0299000000', '350000001', 'UTC')");
      String day = custodyDay == null ? "NULL" : "'" + custodyDay + "'";
      statement.execute(
          """
          INSERT INTO link (link_id, slip, pharmacy, state, pepper_month, custody_day, expires_on, verifier,
            holder_wrap, log_key, report)
          VALUES (REPEAT('x', 32), '4821930577', 1, 0, %d, %s, '2027-02-22', REPEAT('v', 32), REPEAT('h', 60),
            REPEAT('l', 32), REPEAT('r', 16))
          """
              .formatted(pepperMonth, day));
    }
  }
}
