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
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.standin.Fault;

/**
 * A registry of somebody else's making holds every report once, with its last revision and of the right person, after
 * lost answers, eight senders at once, one of them killed, replays, and mended names.
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
      assertTrue(reports.drained(Duration.ofMinutes(5)), () -> reports.waiting() + " are still waiting");
      assertHolds(other, reports.expected());

      Map<String, String> versions = versions(other, "DiagnosticReport");
      Map<String, String> people = versions(other, "Patient");
      assertTrue(
          reports.counter.tamper(
                  """
                  UPDATE outbox o SET state = 0, next_try = UTC_TIMESTAMP() WHERE NOT EXISTS
                    (SELECT 1 FROM (SELECT link_id, revision FROM outbox) n
                     WHERE n.link_id = o.link_id AND n.revision > o.revision)
                  """)
              >= REPORTS);
      assertTrue(reports.drained(Duration.ofMinutes(5)), () -> reports.waiting() + " are still waiting");
      assertHolds(other, reports.expected());
      assertEquals(versions, versions(other, "DiagnosticReport"), "a replay changed something");
      assertEquals(people, versions(other, "Patient"), "a replay changed somebody");

      reports.mend(3, MendedPersonIT.RIGHT);
      assertTrue(reports.drained(Duration.ofMinutes(5)), () -> reports.waiting() + " are still waiting");
      assertHolds(other, reports.expected());
      List<String> right =
          other.all("Patient").stream()
              .filter(patient -> patient.getJsonArray("name").getJsonObject(0).getString("family").equals("Lefebvre"))
              .map(AnotherRegistryIT::identifier)
              .toList();
      assertEquals(3, right.size());
      Map<String, String> changed = versions(other, "Patient");
      changed.entrySet().removeAll(people.entrySet());
      assertEquals(new TreeSet<>(right), changed.keySet(), "whoever was not mended is as before");
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

  private static Map<String, String> versions(AnotherRegistry other, String type) {
    Map<String, String> versions = new TreeMap<>();
    other
        .all(type)
        .forEach(resource -> versions.put(identifier(resource), resource.getJsonObject("meta").getString("versionId")));
    return versions;
  }

  private static String identifier(JsonObject resource) {
    return resource.getJsonArray("identifier").getJsonObject(0).getString("value");
  }
}
