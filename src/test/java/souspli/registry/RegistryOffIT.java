package souspli.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static souspli.fixtures.ACounter.BORN;
import static souspli.fixtures.ACounter.FOUND;
import static souspli.fixtures.ACounter.NOT_FOUND;

import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.fixtures.ACounter;
import souspli.fixtures.ADatabase;
import souspli.fixtures.TestSettings;
import souspli.issuing.IssuedSlip;
import souspli.mariadb.Account;
import souspli.opening.AnOpening;
import souspli.opening.Opening;
import souspli.result.TestKind;
import souspli.result.TestResult.CorrectionReason;
import souspli.result.TestResult.EarlyReason;
import souspli.sealedlink.ReportId;

/**
 * After sixty hours without the registry, slips, results and openings are as fast as with it, and what has gathered
 * goes in its order and soon. One pair is a slip, its result and its opening with all that has gathered, and the same
 * with nothing owed; which is first changes with each pair.
 *
 * <p>Twice: with a sender that is at work only in between, when both must take the same time; and with one at work
 * meanwhile, when being off may not be slower (it is faster: nothing is sent). {@code mvn verify} takes a few pairs and
 * allows for what chance does to so few; the system property {@code souspli.pairs}, at 1,000 or more, asks for 5 in 100
 * as measured, and for 100 reports a second.
 */
class RegistryOffIT {
  private static final int HOURS = 60;
  private static final int AN_HOUR = Integer.getInteger("souspli.results-an-hour", 4);
  private static final int PAIRS = Integer.getInteger("souspli.pairs", 30);
  private static final boolean LONG = PAIRS >= 1_000;
  private static final int LANES = 4;

  @TempDir private Path directory;
  private ACounter counter;
  private AnOpening phone;
  private Sender reaches;
  private Sender reachesNobody;

  @Test
  void nothingWaitsForItAndTheQueueDrainsInOrder() throws Exception {
    try (ARegistry registry = new ARegistry(directory)) {
      counter = new ACounter(directory, registry.asSettings());
      phone = new AnOpening(counter);
      reaches = sender(registry.asSettings());
      reachesNobody = sender(registry.asSettings(URI.create("https://localhost:1/fhir")));
      for (int i = 0; i < 20; i++) {
        once(); // warms up
      }
      reaches.drain();
      long gathered = sixtyHours();

      List<Turns> between = pairs(false);
      List<Turns> meanwhile = pairs(true);
      between.forEach(turns -> assertSame(turns, turns.ratio()));
      meanwhile.forEach(turns -> assertNotSlower(turns, turns.ratio()));

      state(true);
      assertDrains(registry, gathered);
    }
  }

  /** Everything works but the registry; the sender looks for it now and then. Returns how much has gathered. */
  private long sixtyHours() throws SQLException {
    Instant began = counter.now;
    for (int hour = 1; hour <= HOURS; hour++) {
      counter.now = began.plus(Duration.ofHours(hour));
      for (int i = 0; i < AN_HOUR; i++) {
        IssuedSlip slip = counter.aReadyLink(FOUND);
        if (i == 0) {
          counter.in(
              () ->
                  counter.correctResult.correct(
                      counter.pharmacist, slip.number(), NOT_FOUND, CorrectionReason.READ_WRONG));
        }
      }
      counter.tamper("UPDATE outbox SET next_try = next_try - INTERVAL 1 HOUR WHERE state = 0");
      reachesNobody.lookAgain();
      assertTrue(reachesNobody.drain() > 0);
    }
    return counter.tamper("UPDATE outbox SET field = 99 WHERE state = 0"); // names them
  }

  /** Off: all of it is owed. On: none of it is. */
  private void state(boolean off) {
    counter.tamper("UPDATE outbox SET state = ? WHERE field = 99", off ? 0 : 1);
  }

  private List<Turns> pairs(boolean senderWorksMeanwhile) throws Exception {
    String when = senderWorksMeanwhile ? ", sending meanwhile" : ", sending in between";
    List<Turns> turns = List.of(new Turns("slip" + when), new Turns("result" + when), new Turns("opening" + when));
    try (Lane lane = new Lane()) {
      for (int pair = 0; pair < PAIRS; pair++) {
        Map<Boolean, long[]> times = new HashMap<>();
        for (boolean off : new boolean[] {pair % 2 == 0, pair % 2 != 0}) {
          Sender sender = off ? reachesNobody : reaches;
          lane.rest();
          state(off);
          if (senderWorksMeanwhile) {
            lane.work(sender);
          }
          once(); // takes what the change of state has left to do
          times.put(off, once());
          sender.lookAgain();
          sender.drain();
        }
        for (int i = 0; i < turns.size(); i++) {
          turns.get(i).add(times.get(true)[i], times.get(false)[i]);
        }
      }
    }
    turns.forEach(System.out::println);
    return turns;
  }

  /** A slip, its result, its opening, in nanoseconds each. */
  private long[] once() {
    long start = System.nanoTime();
    try (IssuedSlip slip = counter.anIssuedLink()) {
      long issued = System.nanoTime();
      counter.in(
          () ->
              counter.enterResult.enter(
                  counter.pharmacist, slip.number(), FOUND, Optional.of(EarlyReason.TAKEN_EARLIER)));
      long entered = System.nanoTime();
      assertInstanceOf(Opening.Shown.class, phone.open(slip.token(), BORN));
      return new long[] {issued - start, entered - issued, System.nanoTime() - entered};
    }
  }

  private static void assertSame(Turns turns, Turns.Ratio ratio) {
    assertNotSlower(turns, ratio);
    assertTrue((LONG ? ratio.measured() : ratio.most()) > 0.95, turns::toString);
  }

  private static void assertNotSlower(Turns turns, Turns.Ratio ratio) {
    assertTrue((LONG ? ratio.measured() : ratio.least()) < 1.05, turns::toString);
  }

  /** Beside the rate at which the same lanes say the same to the same registry, with no outbox behind them. */
  private void assertDrains(ARegistry registry, long gathered) throws Exception {
    counter.tamper("UPDATE outbox SET next_try = next_try - INTERVAL 1 HOUR WHERE state = 0");
    long waiting = new Queue(counter.database).figures().waiting();
    assertTrue(waiting >= gathered && gathered >= HOURS * AN_HOUR, waiting + " of " + gathered);
    double bare = bare(registry, waiting);
    int before = registry.standIn.changes().size();
    double drained = waiting / inLanes(reaches::drain);
    System.out.printf("drained at its return: %d, %.0f a second; without an outbox %.0f%n", waiting, drained, bare);
    assertEquals(0, new Queue(counter.database).figures().waiting());
    List<String> changes = registry.standIn.changes();
    assertEquals(waiting, changes.size() - before);
    ExactlyOnceIT.assertInOrder(changes);
    assertTrue(drained > bare / 6, drained + " a second, without an outbox " + bare);
    assertTrue(!LONG || drained >= 100, drained + " a second");
  }

  private static double bare(ARegistry registry, long many) throws Exception {
    SecureRandom random = new SecureRandom();
    Report like = AReport.of(Report.Status.FINAL, TestKind.COVID, AReport.somebody());
    try (Registry line = new Registry(registry.settings(), random, Duration.ofSeconds(5))) {
      Callable<Integer> say =
          () -> {
            for (long i = 0; i < many / LANES; i++) {
              byte[] id = new byte[16];
              random.nextBytes(id);
              JsonObject bundle =
                  Bundle.of(
                      new Report(
                          new ReportId(id), like.status(), like.dossier(), like.result(), like.finess(), like.rpps()),
                      false);
              assertInstanceOf(Answer.Acknowledged.class, line.send(bundle));
            }
            return 0;
          };
      return many / inLanes(say);
    }
  }

  /** Seconds. */
  private static double inLanes(Callable<Integer> work) throws Exception {
    long began = System.nanoTime();
    try (ExecutorService lanes = Executors.newFixedThreadPool(LANES)) {
      for (Future<Integer> lane : lanes.invokeAll(Collections.nCopies(LANES, work))) {
        lane.get();
      }
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private Sender sender(Map<String, String> settings) throws SQLException {
    return new Sender(
        SenderProcess.pool(ADatabase.address().url(), ADatabase.address().password(Account.APP)),
        counter.keys,
        counter.events,
        TestSettings.in(directory, settings),
        counter.clock,
        counter.random,
        Duration.ofSeconds(5));
  }
}
