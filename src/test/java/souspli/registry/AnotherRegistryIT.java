package souspli.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.standin.Fault;

/**
 * A registry of somebody else's making holds every report once and with its last revision, after lost answers, eight
 * senders at once, one of them killed, and replays.
 */
class AnotherRegistryIT {
  private static final int REPORTS = Integer.getInteger("souspli.reports-elsewhere", 25);

  private static final List<Fault> FAULTS =
      List.of(Fault.CLOSES_AFTER, Fault.CLOSES_BEFORE, Fault.UNREADABLE, Fault.CONFLICT);

  @TempDir private Path directory;

  @Test
  void holdsEveryReportOnce() throws Exception {
    Random chance = new Random(11);
    Supplier<Fault> faults =
        () -> {
          synchronized (chance) {
            return chance.nextInt(100) < 30 ? FAULTS.get(chance.nextInt(FAULTS.size())) : Fault.NONE;
          }
        };
    try (AnotherRegistry other = AnotherRegistry.start();
        ARegistry before = new ARegistry(directory, faults, other::keep);
        ManyReports reports = new ManyReports(directory, before.asSettings())) {
      reports.enter(REPORTS);
      Process first = reports.node(4);
      reports.node(4);
      int all = reports.waiting();
      while (reports.waiting() > all * 2 / 3) {
        Thread.sleep(50);
      }
      first.destroyForcibly().waitFor();
      reports.node(4);
      reports.leasesEnd();
      assertTrue(reports.drained(Duration.ofMinutes(2)), () -> reports.waiting() + " are still waiting");
      assertHolds(other, reports.expected());

      Map<String, String> versions = versions(other);
      assertTrue(
          reports.counter.tamper(
                  """
                  UPDATE outbox o SET state = 0, next_try = UTC_TIMESTAMP() WHERE NOT EXISTS
                    (SELECT 1 FROM (SELECT link_id, revision FROM outbox) n
                     WHERE n.link_id = o.link_id AND n.revision > o.revision)
                  """)
              >= REPORTS);
      assertTrue(reports.drained(Duration.ofMinutes(2)), () -> reports.waiting() + " are still waiting");
      assertHolds(other, reports.expected());
      assertEquals(versions, versions(other), "a replay changed something");
    }
  }

  private static void assertHolds(AnotherRegistry other, Map<String, String> expected) {
    Map<String, String> held = new TreeMap<>();
    other
        .all("DiagnosticReport")
        .forEach(report -> assertEquals(null, held.put(identifier(report), report.getString("status")), "twice"));
    assertEquals(expected, held);
    assertEquals(expected.size(), other.all("Observation").size());
    assertEquals(expected.size(), other.all("Patient").size());
    assertEquals(expected.size(), other.all("Specimen").size());
    assertEquals(1, other.all("Organization").size());
    assertEquals(1, other.all("Device").size());
  }

  private static Map<String, String> versions(AnotherRegistry other) {
    return other.all("DiagnosticReport").stream()
        .collect(
            Collectors.toMap(
                AnotherRegistryIT::identifier, report -> report.getJsonObject("meta").getString("versionId")));
  }

  private static String identifier(JsonObject resource) {
    return resource.getJsonArray("identifier").getJsonObject(0).getString("value");
  }
}
