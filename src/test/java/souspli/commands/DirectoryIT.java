package souspli.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.fixtures.ADatabase;

/** {@code souspli directory load}, and what looks things up, as somebody types it: what it says and how it ends. */
class DirectoryIT {
  private static final String HEADER =
      "Type d'identifiant PP|Identifiant PP|Nom d'exercice|Prénom d'exercice|Code profession|Numéro FINESS site|\n";

  @TempDir static Path directory;

  @BeforeAll
  static void aMemberWorksInAPharmacy() throws SQLException {
    ADatabase.fresh();
    try (Connection db = ADatabase.owner().getConnection();
        Statement statement = db.createStatement()) {
      statement.execute(
          "INSERT INTO pharmacy VALUES (7, 'Pharmacie de la Gare', '0102030405', '990000002', 'Europe/Paris')");
      statement.execute(
          """
          INSERT INTO member (member, email, name, role, pharmacy, password, rpps)
          VALUES (1, 'claire@x.example', 'Claire Martin', 1, 7, 'none', '99000000001')
          """);
    }
  }

  @Test
  void loadsSaysWhatItReadAndNamesWhoIsMissing() throws Exception {
    Path file = file("whole", HEADER + "8|99000000002|Petit|Hugo|21|990000010|\nbroken\n");
    ACommand.Ended ended = run("directory", "load", file.toString());
    assertEquals(
        """
        read: 100 %
        2 lines read; 1 pharmacists at a place of work, 0 before; 0 without a number or a place
        careful: broken lines, left out: 1; the first of them:
          line 3: 1 columns instead of 6
        careful: Claire Martin, RPPS 99000000001, is not in the register at Pharmacie de la Gare, FINESS 990000002
        """,
        ended.said());
    assertEquals(0, ended.status());
  }

  @Test
  void cannotWithAnotherFileOrNone() throws Exception {
    ACommand.Ended other = run("directory", "load", file("other", "a|b|c\n1|2|3\n").toString());
    String why = "souspli directory: nothing was changed: the header has no column";
    assertTrue(other.said().startsWith(why), other.said());
    assertEquals(1, other.said().lines().count(), other.said());
    assertEquals(1, other.status());
    ACommand.Ended none = run("directory", "load", directory.resolve("none").toString());
    assertEquals("souspli directory: cannot read the file " + directory.resolve("none") + "\n", none.said());
    assertEquals(1, none.status());
  }

  @Test
  void saysHowItIsUsed() throws Exception {
    for (String typed : List.of("", " load", " save x", " load x --may-lose 101", " load x y")) {
      ACommand.Ended ended = run(("directory" + typed).split(" "));
      assertEquals(2, ended.status(), ended.said());
      assertTrue(ended.said().endsWith("; see souspli directory --help\n"), ended.said());
    }
    ACommand.Ended help = run("directory", "load", "--help");
    assertTrue(help.said().contains("ps-libreacces-personne-activite") && help.status() == 0, help.said());
  }

  @Test
  void anInvitationIsHeldAgainstIt() throws Exception {
    String[] typed = "invite --email new@x.example --name New --role pharmacist --pharmacy 990000002".split(" ");
    String[] withNumber = Arrays.copyOf(typed, typed.length + 1);
    withNumber[typed.length] = "--rpps=99000000009";
    ACommand.Ended ended = run(withNumber);
    assertTrue(ended.said().startsWith("careful: "), ended.said());
    assertTrue(ended.said().contains("\nhttp://localhost:8080/staff/invitation#"), ended.said());
    assertEquals(0, ended.status());
    withNumber[typed.length] = "--rpps=9900000000";
    assertEquals(2, run(withNumber).status());
  }

  private static Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private static ACommand.Ended run(String... typed) throws Exception {
    return ACommand.run(directory, typed);
  }
}
