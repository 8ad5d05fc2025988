package souspli.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.fixtures.ADatabase;
import souspli.fixtures.Lines;

/** {@code souspli invite}: a way to the first two administrators, and no way around them. */
class InviteIT {
  private static final String WAITS =
      "no link yet: an administrator has to agree, at http://localhost:8080/staff/approvals\n";

  @TempDir Path directory;

  @BeforeEach
  void nobodyWorksHere() {
    ADatabase.fresh();
  }

  @Test
  void untilThereAreTwoAdministratorsOneGetsALink() throws Exception {
    for (int there = 0; there < 2; there++) {
      ACommand.Ended ended = invite("--role", "administrator");
      assertTrue(ended.said().startsWith("http://localhost:8080/staff/invitation#"), ended.said());
      assertEquals(0, ended.status());
      administrator(there + 1);
    }
    ACommand.Ended third = invite("--role", "administrator");
    assertEquals(WAITS, third.said());
    assertEquals(0, third.status());
    assertEquals(List.of("2"), lines("SELECT COUNT(*) FROM invitation"));
    assertEquals(
        List.of("new@x.example New 4 null"), lines("SELECT email, name, role, decided_by FROM proposal"));
    assertEquals(List.of("INVITATION_ASKED_FOR", "INVITED", "INVITED"), trail());
  }

  @Test
  void anAdministratorMoreWhoIsDisabledAgreesToNothing() throws Exception {
    administrator(1);
    administrator(2);
    run("UPDATE member SET disabled_on = '2026-01-01' WHERE member = 2");
    assertTrue(invite("--role", "administrator").said().startsWith("http://"), "one is left");
  }

  @Test
  void whomTheDirectoryDoesNotHaveThereWaitsForOne() throws Exception {
    run("INSERT INTO pharmacy VALUES (7, 'Pharmacie de la Gare', '0102030405', '990000002', 'Europe/Paris')");
    run("INSERT INTO directory_load VALUES (1, '2026-11-20')");
    run("INSERT INTO professional VALUES ('99000000001', '990000002', 'New')");
    administrator(1);
    String[] there = {"--role", "pharmacist", "--pharmacy", "990000002", "--rpps", "99000000001"};
    assertTrue(invite(there).said().startsWith("http://"), "the directory has them there");
    there[5] = "99000000009";
    ACommand.Ended apart = invite(there);
    assertTrue(apart.said().startsWith("careful: the directory does not say"), apart.said());
    assertTrue(apart.said().endsWith("\n" + WAITS), apart.said());
    assertEquals(List.of("99000000009 null"), lines("SELECT rpps, decided_by FROM proposal"));
  }

  private ACommand.Ended invite(String... more) throws Exception {
    String[] typed = ("invite --email new@x.example --name New").split(" ");
    String[] all = new String[typed.length + more.length];
    System.arraycopy(typed, 0, all, 0, typed.length);
    System.arraycopy(more, 0, all, typed.length, more.length);
    return ACommand.run(directory, all);
  }

  private static void administrator(int id) throws SQLException {
    run(
        "INSERT INTO member (member, email, name, role, password) VALUES (%1$d, '%1$d@x.example', 'One', 4, 'none')"
            .formatted(id));
  }

  private static void run(String sql) throws SQLException {
    try (Connection db = ADatabase.owner().getConnection()) {
      db.createStatement().execute(sql);
    }
  }

  private static List<String> lines(String query) throws SQLException {
    try (Connection db = ADatabase.owner().getConnection()) {
      return Lines.of(db, query);
    }
  }

  private static List<String> trail() throws SQLException {
    try (Connection db = ADatabase.owner().getConnection()) {
      return Lines.ofTheTrail(db);
    }
  }
}
