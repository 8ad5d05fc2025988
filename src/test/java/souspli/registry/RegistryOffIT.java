package souspli.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.fixtures.ACounter;
import souspli.fixtures.ADatabase;
import souspli.fixtures.TestSettings;
import souspli.issuing.IssuedSlip;
import souspli.mariadb.Account;

/** With the registry off, the counter is as fast as with it on; and what has gathered is gone soon after its return. */
class RegistryOffIT {
  private static final int SLIPS = Integer.getInteger("souspli.reports-off", 160);
  private static final int BATCH = 20;

  @TempDir private Path directory;

  @Test
  void nothingWaitsForItAndTheQueueDrainsInOrder() throws Exception {
    try (ARegistry registry = new ARegistry(directory)) {
      ACounter counter = new ACounter(directory, registry.asSettings());
      Sender reaches = sender(counter, registry.asSettings());
      Sender reachesNobody = sender(counter, registry.asSettings(URI.create("https://localhost:1/fhir")));
      List<Long> on = new ArrayList<>();
      List<Long> off = new ArrayList<>();
      whileSending(reaches, () -> measure(counter, 2 * BATCH)); // warms up
      for (int done = 0; done < SLIPS; done += 2 * BATCH) {
        off.addAll(whileSending(reachesNobody, () -> measure(counter, BATCH)));
        on.addAll(whileSending(reaches, () -> measure(counter, BATCH)));
      }
      double ratio = median(off) / (double) median(on);
      System.out.printf("registry off against on, median of a slip with its result: %.3f%n", ratio);
      assertTrue(ratio < 1.25, "off " + median(off) + " µs, on " + median(on) + " µs");

      measure(counter, SLIPS);
      counter.tamper("UPDATE outbox SET next_try = UTC_TIMESTAMP() - INTERVAL 1 SECOND");
      long waiting = new Queue(counter.database).figures().waiting();
      int before = registry.standIn.changes().size();
      long began = System.nanoTime();
      drain(reaches);
      double seconds = (System.nanoTime() - began) / 1e9;
      assertEquals(0, new Queue(counter.database).figures().waiting());
      assertEquals(waiting, registry.standIn.changes().size() - before);
      System.out.printf("drained at its return: %d in %.1f s, %.0f a second%n", waiting, seconds, waiting / seconds);
      assertTrue(waiting / seconds > 20, waiting / seconds + " a second");
    }
  }

  /** Microseconds of each slip with its result. */
  private static List<Long> measure(ACounter counter, int many) {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      long began = System.nanoTime();
      try (IssuedSlip _ = counter.aReadyLink(ACounter.FOUND)) {
        times.add((System.nanoTime() - began) / 1_000);
      }
    }
    return times;
  }

  private static List<Long> whileSending(Sender sender, Callable<List<Long>> work) throws Exception {
    AtomicBoolean goesOn = new AtomicBoolean(true);
    try (ExecutorService lane = Executors.newSingleThreadExecutor()) {
      Future<?> sending =
          lane.submit(
              () -> {
                while (goesOn.get()) {
                  sender.drain();
                  Thread.sleep(20);
                }
                return null;
              });
      try {
        return work.call();
      } finally {
        goesOn.set(false);
        sending.get();
      }
    }
  }

  private static void drain(Sender sender) throws Exception {
    try (ExecutorService lanes = Executors.newFixedThreadPool(4)) {
      Callable<Integer> drain = sender::drain;
      for (Future<Integer> lane : lanes.invokeAll(Collections.nCopies(4, drain))) {
        lane.get();
      }
    }
  }

  private Sender sender(ACounter counter, Map<String, String> settings) {
    try {
      return new Sender(
          SenderProcess.pool(ADatabase.address().url(), ADatabase.address().password(Account.APP)),
          counter.keys,
          counter.events,
          TestSettings.in(directory, settings),
          counter.clock,
          counter.random,
          Duration.ofSeconds(5));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long median(List<Long> times) {
    List<Long> sorted = times.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
