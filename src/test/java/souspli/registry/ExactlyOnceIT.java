package souspli.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.standin.Fault;

/**
 * Every report arrives once and with its last revision, whatever the registry, the line and the senders do. The
 * number of results is the system property {@code souspli.reports}; {@code mvn verify} takes a short form.
 */
class ExactlyOnceIT {
  private static final int REPORTS = Integer.getInteger("souspli.reports", 120);
  private static final Duration PATIENCE = Duration.ofSeconds(180 + REPORTS / 4);
  private static final int KILLS = Integer.getInteger("souspli.kills", 2);

  private static final List<Fault> FAULTS =
      List.of(
          Fault.UNAVAILABLE,
          Fault.BROKEN,
          Fault.CONFLICT,
          Fault.TOO_MANY,
          Fault.CLOSES_BEFORE,
          Fault.CLOSES_AFTER,
          Fault.UNREADABLE,
          Fault.SLOW);

  @TempDir private Path directory;

  @Test
  void thirtyInAHundredFailAndTheSendersAreKilled() throws Exception {
    Random chance = new Random(7);
    Map<Fault, Integer> given = new EnumMap<>(Fault.class);
    Supplier<Fault> faults =
        () -> {
          synchronized (chance) {
            Fault fault = chance.nextInt(100) < 30 ? FAULTS.get(chance.nextInt(FAULTS.size())) : Fault.NONE;
            given.merge(fault, 1, Integer::sum);
            return fault;
          }
        };
    int kills = 0;
    int atWork = 0;
    try (ARegistry registry = new ARegistry(directory, faults);
        ManyReports reports = new ManyReports(directory, registry.asSettings())) {
      int portion = REPORTS / (KILLS + 1);
      Process second = reports.node(4);
      for (; kills < KILLS; kills++) {
        Process first = reports.node(4);
        reports.enter(portion);
        for (int i = 0; i < 500 && reports.waiting() > portion / 2; i++) {
          Thread.sleep(20);
        }
        atWork += reports.leased();
        first.destroyForcibly().waitFor();
        reports.leasesEnd();
      }
      reports.enter(REPORTS - KILLS * portion);
      Map<String, String> expected = reports.expected();
      assertTrue(expected.size() > REPORTS - REPORTS / 11, expected.size() + " of " + REPORTS);
      boolean drained = reports.drained(PATIENCE);
      assertEquals("", reports.said());
      assertTrue(drained, () -> reports.waiting() + " are still waiting");
      second.destroyForcibly().waitFor();

      assertInOrder(registry.standIn.changes());
      Map<String, String> held = journal(registry);
      assertEquals(expected.keySet(), held.keySet());
      expected.entrySet().removeAll(held.entrySet());
      assertEquals(Map.of(), expected, "not as they should be");
      assertEquals(1, reports.transfers().stream().distinct().count());
      System.out.printf(
          "%d reports there once, of %d; %d changes; events and rows %s; killed %d times with %d leased; answers %s%n",
          held.size(),
          REPORTS,
          registry.standIn.changes().size(),
          reports.transfers(),
          kills,
          atWork,
          given);
    }
  }

  /** No report ever went back: final before corrected before entered in error, each once. */
  static void assertInOrder(List<String> changes) {
    Map<String, Integer> seen = new TreeMap<>();
    List<String> order = List.of("final", "corrected", "entered-in-error");
    for (String change : changes) {
      String[] parts = change.split(" ");
      int now = order.indexOf(parts[1]);
      assertTrue(seen.getOrDefault(parts[0], -1) < now, change);
      seen.put(parts[0], now);
    }
  }

  private static Map<String, String> journal(ARegistry registry) {
    Map<String, String> held = new TreeMap<>();
    try (var reader = Json.createReader(new StringReader(registry.journal()))) {
      reader.readArray().stream()
          .map(report -> report.asJsonObject())
          .forEach(
              report ->
                  assertEquals(null, held.put(report.getString("reportId"), report.getString("status")), "twice"));
    }
    return held;
  }
}
