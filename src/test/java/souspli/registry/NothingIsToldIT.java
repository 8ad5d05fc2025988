package souspli.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.fixtures.ACounter;
import souspli.fixtures.ADatabase;
import souspli.issuing.IssuedSlip;
import souspli.standin.Fault;

/**
 * After refusals whose diagnostics quote the message, and after messages that were sent: no trait, and no word of the
 * diagnostics, lies in a row, in what the node said, or in its memory.
 */
class NothingIsToldIT {
  private static final List<String> NEEDLES =
      List.of("Lefèvre", "Jeanne", "1952-03-27", "+33 6 12 34 56 78", "will not have");

  /** What a node is about to let go on a busy machine may be there still; what it keeps is there each time. */
  private static final int MOST_LOOKS = 10;

  @TempDir private Path directory;
  private final AtomicReference<Fault> fault = new AtomicReference<>(Fault.UNPROCESSABLE);

  @Test
  void byRowsLogsOrMemory() throws Exception {
    try (ARegistry registry = new ARegistry(directory, fault::get);
        ManyReports reports = new ManyReports(directory, registry.asSettings())) {
      List<IssuedSlip> slips = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        slips.add(reports.counter.aReadyLink(ACounter.FOUND));
      }
      Process node = reports.node(2);
      assertTrue(reports.drained(Duration.ofMinutes(5)));
      fault.set(Fault.NONE);
      Outbox outbox = new Outbox(reports.counter.settings);
      slips.stream()
          .skip(4)
          .forEach(slip -> reports.counter.<Boolean>sql(db -> outbox.again(db, slip.token().linkId())));
      assertTrue(reports.drained(Duration.ofMinutes(5)));
      assertEquals(8, registry.standIn.changes().size());

      assertEquals("", reports.said());
      assertEquals(List.of(), found("rows", everyRow()));
      List<String> kept = List.of("never looked at");
      for (int look = 0; look < MOST_LOOKS && !kept.isEmpty(); look++) {
        byte[] memory = dump(node, directory.resolve("heap-" + look + ".hprof"));
        assertTrue(contains(memory, "souspli.registry.client-key-file", StandardCharsets.ISO_8859_1));
        kept = found("memory", memory);
      }
      assertEquals(List.of(), kept);
    }
  }

  private static List<String> found(String where, byte[] bytes) {
    List<String> found = new ArrayList<>();
    for (String needle : NEEDLES) {
      for (Charset charset :
          List.of(
              StandardCharsets.UTF_8,
              StandardCharsets.ISO_8859_1,
              StandardCharsets.UTF_16BE,
              StandardCharsets.UTF_16LE)) {
        if (contains(bytes, needle, charset)) {
          found.add(needle + " in " + where + " as " + charset);
        }
      }
    }
    return found;
  }

  private static boolean contains(byte[] bytes, String needle, Charset charset) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .contains(new String(needle.getBytes(charset), StandardCharsets.ISO_8859_1));
  }

  private static byte[] everyRow() throws SQLException {
    StringBuilder all = new StringBuilder();
    try (Connection owner = ADatabase.owner().getConnection();
        Statement statement = owner.createStatement()) {
      for (String table : List.of("link", "result", "outbox", "event", "tries", "draft", "key_check")) {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
          while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              Object value = rows.getObject(i);
              all.append(value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : value);
              all.append('\n');
            }
          }
        }
      }
    }
    return all.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What is alive in a JVM, after it was asked to collect the rest; what is closed is let go at the second time. */
  private static byte[] dump(Process node, Path file) throws IOException, InterruptedException {
    tell(node, "GC.run");
    Thread.sleep(500);
    tell(node, "GC.heap_dump", file.toString());
    byte[] memory = Files.readAllBytes(file);
    Files.delete(file);
    assertTrue(memory.length > 1_000_000);
    return memory;
  }

  private static void tell(Process node, String... what) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    command.add(Long.toString(node.pid()));
    command.addAll(List.of(what));
    Process jcmd =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertTrue(jcmd.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, jcmd.exitValue());
  }
}
