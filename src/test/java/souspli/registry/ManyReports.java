package souspli.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import souspli.fixtures.ACounter;
import souspli.fixtures.ADatabase;
import souspli.issuing.IssuedSlip;
import souspli.mariadb.Account;
import souspli.result.TestResult.CorrectionReason;
import souspli.result.Traits;
import souspli.sealedlink.SlipNumber;

/** Results by the hundred, some corrected or taken back, and nodes in JVMs of their own that send them. */
final class ManyReports implements AutoCloseable {
  final ACounter counter;
  private final Path directory;
  private final List<Process> nodes = new ArrayList<>();

  /** The counter's keys and the nodes' settings lie in {@code directory}. */
  ManyReports(Path directory, Map<String, String> registry) {
    this.directory = directory;
    counter = new ACounter(directory, registry);
    String lines =
        registry.entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining("\n"));
    try {
      Files.writeString(directory.resolve("settings"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every fifth is corrected later, every eleventh taken back. */
  void enter(int many) {
    for (int i = 0; i < many; i++) {
      try (IssuedSlip slip = counter.aReadyLink(i % 2 == 0 ? ACounter.FOUND : ACounter.NOT_FOUND)) {
        if (i % 5 == 0) {
          counter.in(
              () ->
                  counter.correctResult.correct(
                      counter.pharmacist, slip.number(), ACounter.NOT_FOUND, CorrectionReason.READ_WRONG));
        }
        if (i % 11 == 0) {
          counter.tamper(
              "UPDATE outbox SET tries = 1 WHERE link_id = ? AND tries = 0", (Object) slip.token().linkId().bytes());
          counter.in(() -> counter.withdrawLink.withdraw(counter.pharmacist, slip.number(), Optional.empty()));
        }
      }
    }
  }

  Process node(int lanes) {
    try {
      Process node =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-Xmx192m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  SenderProcess.class.getName(),
                  ADatabase.address().url(),
                  ADatabase.address().passwordFile(Account.APP).toString(),
                  Integer.toString(lanes),
                  directory.toString())
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("node-" + nodes.size() + ".log").toFile())
              .start();
      nodes.add(node);
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int waiting() {
    return number("SELECT COUNT(*) FROM outbox WHERE state = 0");
  }

  /** How many some node has in its hands. */
  int leased() {
    return number("SELECT COUNT(*) FROM outbox WHERE state = 0 AND lease > UTC_TIMESTAMP()");
  }

  /**
   * As if the time of those that wait for longer had come. Where an answer was lost, only after six seconds: a slow
   * registry may be at work on it still, and would keep it after what follows.
   */
  void hurry() {
    counter.tamper(
        """
        UPDATE outbox SET next_try = UTC_TIMESTAMP() + INTERVAL IF(status IS NULL, 6, 0) SECOND
        WHERE state = 0 AND next_try > UTC_TIMESTAMP() + INTERVAL 6 SECOND
        """);
  }

  /** The leases of a node that was killed are over: of rows that no node that lives could still have. */
  void leasesEnd() throws InterruptedException {
    Thread.sleep(8_000);
    counter.tamper(
        """
        UPDATE outbox SET lease = UTC_TIMESTAMP() - INTERVAL 1 SECOND
        WHERE state = 0 AND lease < UTC_TIMESTAMP() + INTERVAL 83 SECOND
        """);
  }

  /** Waits until nothing is owed any more; false when that takes longer. */
  boolean drained(Duration patience) throws InterruptedException {
    Instant end = Instant.now().plus(patience);
    while (waiting() > 0) {
      if (Instant.now().isAfter(end)) {
        return false;
      }
      hurry();
      Thread.sleep(200);
    }
    return true;
  }

  /** What the registry ought to hold: report id → status. Not what was taken back before anybody tried to send it. */
  Map<String, String> expected() {
    Map<String, String> expected = new TreeMap<>();
    counter.sql(
        db -> {
          try (Statement select = db.createStatement();
              ResultSet row =
                  select.executeQuery(
                      """
                      SELECT LOWER(HEX(report)), state, revision FROM link l WHERE revision > 0
                        AND EXISTS (SELECT 1 FROM outbox o WHERE o.link_id = l.link_id)
                      """)) {
            while (row.next()) {
              String status = row.getInt(2) == 2 ? "entered-in-error" : row.getInt(3) > 1 ? "corrected" : "final";
              expected.put(row.getString(1), status);
            }
            return null;
          }
        });
    return expected;
  }

  /** The pharmacy finds that it had written down so many people wrong. */
  void mend(int many, Traits right) {
    List<SlipNumber> slips =
        counter.sql(
            db -> {
              try (Statement select = db.createStatement();
                  ResultSet row = select.executeQuery("SELECT slip FROM link WHERE state = 1 LIMIT " + many)) {
                List<SlipNumber> found = new ArrayList<>();
                while (row.next()) {
                  found.add(SlipNumber.of(row.getString(1)));
                }
                return found;
              }
            });
    slips.forEach(slip -> counter.in(() -> counter.mendTraits.mend(counter.pharmacist, slip, right)));
  }

  /** How many events tell of a transfer, and how many rows of one. */
  List<Integer> transfers() {
    return List.of(
        number("SELECT COUNT(*) FROM event WHERE kind = 9"), number("SELECT COUNT(*) FROM outbox WHERE state = 1"));
  }

  /** What the nodes said, were it only of a fault. */
  String said() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.getFileName().toString().startsWith("node-"))
          .map(ManyReports::text)
          .collect(Collectors.joining());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int number(String sql) {
    return counter.sql(
        db -> {
          try (Statement select = db.createStatement();
              ResultSet row = select.executeQuery(sql)) {
            row.next();
            return Optional.of(row.getInt(1)).orElseThrow();
          }
        });
  }

  @Override
  public void close() {
    nodes.forEach(Process::destroyForcibly);
  }
}
