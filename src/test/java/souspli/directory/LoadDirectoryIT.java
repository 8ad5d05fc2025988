package souspli.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import souspli.directory.Directory.Missing;
import souspli.directory.Directory.Standing;
import souspli.directory.LoadDirectory.Loaded;
import souspli.fixtures.ADatabase;
import souspli.mariadb.Account;
import souspli.pharmacies.Finess;

/** The register is taken over whole or not at all, and the portal reads what was taken over last. */
class LoadDirectoryIT {
  private static final Rpps CLAIRE = Rpps.of("99000000001");
  private static final Rpps HUGO = Rpps.of("99000000002");
  private static final Finess STATION = Finess.of("990000002");
  private static final Finess MARKET = Finess.of("990000010");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private Directory directory;
  private LoadDirectory loader;

  @BeforeEach
  void begin() {
    directory = new Directory(ADatabase.fresh());
    loader = new LoadDirectory(ADatabase.as(Account.DIRECTORY));
  }

  @Test
  void nobodyCanSayBeforeTheFirstLoad() {
    assertEquals(Standing.NEVER_LOADED, directory.standTogether(CLAIRE, STATION));
  }

  @Test
  void whoStandsTogetherInOneRowDoes() throws Exception {
    Loaded loaded = load(10, row(CLAIRE, STATION), row(CLAIRE, STATION), row(HUGO, MARKET), "broken");
    assertEquals(new Loaded(4, 2, 0, 0, 1, List.of("line 5: 1 columns instead of 56")), loaded);
    assertEquals(Standing.TOGETHER, directory.standTogether(CLAIRE, STATION));
    assertEquals(Standing.APART, directory.standTogether(CLAIRE, MARKET));
    assertEquals(Standing.APART, directory.standTogether(Rpps.of("99000000003"), STATION));
    assertEquals(List.of(new Professional(HUGO, MARKET, "Camille Martin")), directory.placesOf(HUGO));
    assertEquals(List.of(), directory.placesOf(Rpps.of("99000000003")));
  }

  @Test
  void theNextLoadReplacesAllOfTheLast() throws Exception {
    load(10, row(CLAIRE, STATION));
    load(10, row(CLAIRE, MARKET));
    assertEquals(Standing.APART, directory.standTogether(CLAIRE, STATION));
    assertEquals(Standing.TOGETHER, directory.standTogether(CLAIRE, MARKET));
  }

  @Test
  void aFileThatBreaksOffChangesNothing() throws Exception {
    load(10, row(CLAIRE, STATION));
    try (InputStream breaks = new Breaking(Extractions.generated(60_000), 8_000_000)) {
      assertThrows(IOException.class, () -> loader.load(breaks, 10, TODAY, bytes -> holds()));
    }
    holds();
    assertEquals(1, rows());
  }

  @Test
  void aLoadThatWouldLoseTooMuchChangesNothing() throws Exception {
    String[] ten = IntStream.range(0, 10).mapToObj(n -> row(CLAIRE, Finess.of(Extractions.finess(n))))
        .toArray(String[]::new);
    load(10, ten);
    String[] eight = Arrays.copyOf(ten, 8);
    String said = assertThrows(UnfitExtraction.class, () -> load(10, eight)).getMessage();
    assertEquals("8 rows instead of 10: more than 10 in a hundred are missing", said);
    assertEquals(10, rows());
    assertEquals(9, load(10, Arrays.copyOf(ten, 9)).kept());
    assertEquals(1, load(90, row(CLAIRE, STATION)).kept());
  }

  @Test
  void aFileOfBrokenLinesOrWithoutPharmacistsChangesNothing() throws Exception {
    load(10, row(CLAIRE, STATION));
    String[] broken = IntStream.range(0, 12).mapToObj(n -> n == 0 ? row(HUGO, MARKET) : "x").toArray(String[]::new);
    assertTrue(assertThrows(UnfitExtraction.class, () -> load(100, broken)).getMessage().startsWith("11 of 12 lines"));
    String[] physicians = {Extractions.line("8", HUGO.digits(), "Petit", "10", MARKET.text())};
    assertThrows(UnfitExtraction.class, () -> load(100, physicians));
    assertThrows(UnfitExtraction.class, () -> loader.load(InputStream.nullInputStream(), 100, TODAY, bytes -> {}));
    holds();
  }

  @Test
  void oneLoadRunsAtATimeAndReadersWaitForNone() throws Exception {
    load(10, row(CLAIRE, STATION));
    boolean[] refused = new boolean[1];
    try (InputStream file = Extractions.generated(10_000)) {
      loader.load(
          file,
          10,
          TODAY,
          bytes -> {
            holds();
            String said = assertThrows(UnfitExtraction.class, () -> load(10, row(HUGO, MARKET))).getMessage();
            refused[0] = said.equals("another load is running");
          });
    }
    assertTrue(refused[0]);
    assertEquals(Standing.APART, directory.standTogether(CLAIRE, STATION));
    assertEquals(500, rows());
  }

  @Test
  void listsTheStaffWhoseRowHasGone() throws Exception {
    sql("INSERT INTO pharmacy VALUES (7, 'Pharmacie de la Gare', '0102030405', '990000002', 'Europe/Paris')");
    member(1, "Claire Martin", "'" + CLAIRE.digits() + "'", "NULL");
    member(2, "Hugo Bernard", "'" + HUGO.digits() + "'", "NULL");
    member(3, "Yann Le Goff", "'99000000003'", "'2026-11-01'");
    member(4, "Inès Robert", "NULL", "NULL");
    load(10, row(CLAIRE, STATION), row(HUGO, STATION));
    assertEquals(List.of(), directory.missingStaff());
    load(10, row(CLAIRE, STATION), row(HUGO, MARKET));
    assertEquals(
        List.of(new Missing("Hugo Bernard", HUGO, STATION, "Pharmacie de la Gare")), directory.missingStaff());
  }

  /** {@code -Dsouspli.directory-lines=2300000} makes as many lines as the real file has, and as many bytes. */
  @Test
  void memoryDoesNotGrowWithTheFile() throws Exception {
    long lines = Long.getLong("souspli.directory-lines", 60_000);
    Process load =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                LoadProcess.class.getName(),
                ADatabase.address().url(),
                ADatabase.address().passwordFile(Account.DIRECTORY).toString(),
                Long.toString(lines))
            .redirectErrorStream(true)
            .start();
    String said = new String(load.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(load.waitFor(10, TimeUnit.MINUTES), said);
    assertTrue(said.startsWith(lines + " lines, " + lines / 20 + " kept, 0 broken"), said);
    assertEquals(lines / 20, rows());
    System.out.println(said.strip());
  }

  /** What a reader sees while a load runs or after one failed. */
  private void holds() {
    assertEquals(Standing.TOGETHER, directory.standTogether(CLAIRE, STATION));
  }

  private Loaded load(int mayLose, String... lines) throws IOException, SQLException {
    return loader.load(Extractions.of(lines), mayLose, TODAY, bytes -> {});
  }

  private static String row(Rpps rpps, Finess finess) {
    return Extractions.pharmacist(rpps.digits(), finess.text());
  }

  private static void member(int id, String name, String rpps, String disabledOn) throws SQLException {
    sql(
        """
        INSERT INTO member (member, email, name, role, pharmacy, password, rpps, disabled_on)
        VALUES (%d, '%d@x.example', '%s', 1, 7, 'none', %s, %s)
        """
            .formatted(id, id, name, rpps, disabledOn));
  }

  private static long rows() throws SQLException {
    try (Connection db = ADatabase.owner().getConnection();
        Statement statement = db.createStatement();
        var row = statement.executeQuery("SELECT COUNT(*) FROM professional")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void sql(String text) throws SQLException {
    try (Connection db = ADatabase.owner().getConnection();
        Statement statement = db.createStatement()) {
      statement.execute(text);
    }
  }

  /** A file whose disk is gone after so many bytes. */
  private static final class Breaking extends InputStream {
    private final InputStream in;
    private long left;

    Breaking(InputStream in, long left) {
      this.in = in;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      throw new IOException("nobody reads bytes");
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = in.read(into, from, length);
      left -= read;
      if (left < 0) {
        throw new IOException("the disk is gone");
      }
      return read;
    }
  }
}
