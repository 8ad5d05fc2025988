package souspli.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.fixtures.ADatabase;
import souspli.mariadb.Account;

/** {@code souspli directory load}, and what looks things up, as somebody types it: what it says and how it ends. */
class DirectoryIT {
  private static final String HEADER =
      "Type d'identifiant PP|Identifiant PP|Nom d'exercice|Prénom d'exercice|Code profession|Numéro FINESS site|\n";

  @TempDir static Path directory;

  private record Ended(int status, String said) {}

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
    Ended ended = run("directory", "load", file.toString());
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
    Ended other = run("directory", "load", file("other", "a|b|c\n1|2|3\n").toString());
    String why = "souspli directory: nothing was changed: the header has no column";
    assertTrue(other.said().startsWith(why), other.said());
    assertEquals(1, other.said().lines().count(), other.said());
    assertEquals(1, other.status());
    Ended none = run("directory", "load", directory.resolve("none").toString());
    assertEquals("souspli directory: cannot read the file " + directory.resolve("none") + "\n", none.said());
    assertEquals(1, none.status());
  }

  @Test
  void saysHowItIsUsed() throws Exception {
    for (String typed : List.of("", " load", " save x", " load x --may-lose 101", " load x y")) {
      Ended ended = run(("directory" + typed).split(" "));
      assertEquals(2, ended.status(), ended.said());
      assertTrue(ended.said().endsWith("; see souspli directory --help\n"), ended.said());
    }
    Ended help = run("directory", "load", "--help");
    assertTrue(help.said().contains("ps-libreacces-personne-activite") && help.status() == 0, help.said());
  }

  @Test
  void anInvitationIsHeldAgainstIt() throws Exception {
    String[] typed = "invite --email new@x.example --name New --role pharmacist --pharmacy 990000002".split(" ");
    String[] withNumber = Arrays.copyOf(typed, typed.length + 1);
    withNumber[typed.length] = "--rpps=99000000009";
    Ended ended = run(withNumber);
    assertTrue(ended.said().startsWith("careful: "), ended.said());
    assertTrue(ended.said().contains("\nhttp://localhost:8080/staff/invitation#"), ended.said());
    assertEquals(0, ended.status());
    withNumber[typed.length] = "--rpps=9900000000";
    assertEquals(2, run(withNumber).status());
  }

  private static Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  /** With the heap that the launcher gives to commands. */
  private static Ended run(String... typed) throws Exception {
    List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    line.addAll(Arrays.asList(typed));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().putAll(environment());
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  private static Map<String, String> environment() {
    return Map.ofEntries(
        Map.entry("SOUSPLI_BASE_URL", "http://localhost:8080"),
        Map.entry("SOUSPLI_ENVIRONMENT", "test"),
        Map.entry("SOUSPLI_DATABASE_URL", ADatabase.address().url()),
        Map.entry("SOUSPLI_DATABASE_USER", Account.APP.user()),
        Map.entry("SOUSPLI_DATABASE_PASSWORD_FILE", ADatabase.address().passwordFile(Account.APP).toString()),
        Map.entry("SOUSPLI_DATABASE_DIRECTORY_USER", Account.DIRECTORY.user()),
        Map.entry(
            "SOUSPLI_DATABASE_DIRECTORY_PASSWORD_FILE",
            ADatabase.address().passwordFile(Account.DIRECTORY).toString()),
        Map.entry("SOUSPLI_WORK", directory.toString()),
        Map.entry("SOUSPLI_KEYS", directory.resolve("keys").toString()),
        Map.entry("SOUSPLI_LOG", directory.toString()));
  }
}
