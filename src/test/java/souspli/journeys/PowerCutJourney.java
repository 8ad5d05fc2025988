package souspli.journeys;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.PlaywrightException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import souspli.fixtures.Chromium;
import souspli.fixtures.Counter;
import souspli.fixtures.DemoDescription.Person;
import souspli.fixtures.Eyes;
import souspli.fixtures.Phone;
import souspli.fixtures.Portal;
import souspli.fixtures.Staff;

/**
 * The power fails at any moment of a working day: {@code kill -9} of the portal or of the database while slips are
 * issued and results entered. Whatever the counter was told is done is still there afterwards, and opens. Five times
 * here; {@code -Dsouspli.power-cuts=20} for the long form.
 */
class PowerCutJourney {
  private static final int CUTS = Integer.getInteger("souspli.power-cuts", 5);
  private static final Duration LONGEST_DAY = Duration.ofSeconds(8);

  /** Longer than a busy machine needs for a step, and than the longest day. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String BORN = "1957-08-09";

  private final long seed = System.nanoTime();
  private final Random chance = new Random(seed);
  private final List<Done> done = new ArrayList<>();

  /** What the counter acknowledged: the code, and the outcome's words if one was entered. */
  private record Done(String code, String expected) {}

  @Test
  void nothingThatWasAcknowledgedIsLost() {
    Portal portal = Portal.own("power-cuts", 0);
    try {
      // more of them on a machine so busy that nothing was done yet when the power failed
      for (int cut = 0; cut < CUTS || done.isEmpty() && cut < 4 * CUTS; cut++) {
        workUntilThePowerFails(portal, cut);
        portal.awaitEnd();
        portal.start();
        assertEverythingOpens(portal);
      }
      assertTrue(!done.isEmpty(), "no work was done at all");
    } finally {
      portal.close();
    }
  }

  private void workUntilThePowerFails(Portal portal, int cut) {
    List<Person> pharmacists =
        portal.demo().staff().stream().filter(person -> person.role().equals("pharmacist")).toList();
    try (BrowserContext browser = Chromium.counter("fr");
        ScheduledExecutorService power = Executors.newSingleThreadScheduledExecutor()) {
      Counter counter =
          new Counter(Staff.signIn(browser, portal, pharmacists.get(cut % pharmacists.size())));
      ProcessHandle victim = portal.server(cut % 2 == 0 ? "java-arguments" : "mariadbd");
      power.schedule(victim::destroyForcibly, chance.nextLong(LONGEST_DAY.toMillis()), TimeUnit.MILLISECONDS);
      work(counter, victim);
    }
  }

  /** Works until the power fails: what was under way has no acknowledgement, and nothing of it is expected. */
  private void work(Counter counter, ProcessHandle victim) {
    counter.page().setDefaultTimeout(PATIENCE.toMillis());
    try {
      while (true) {
        counter.issue("Petit", "Odile", BORN);
        byte[] slip = counter.slip("power-cut");
        String code = Eyes.qr(slip).replaceAll(".*#", "");
        done.add(new Done(code, "pas encore prêt"));
        counter.enter(Eyes.code128(slip).replace("SP", ""), true);
        done.removeLast();
        done.add(new Done(code, "virus trouvé"));
      }
    } catch (PlaywrightException stopped) {
      if (victim.isAlive()) {
        throw stopped; // the page failed by itself, and that is another fault
      }
    }
  }

  private void assertEverythingOpens(Portal portal) {
    assertAll(
        "seed " + seed,
        done.stream()
            .map(
                slip ->
                    () -> {
                      String page = Phone.anywhere(portal).open(slip.code(), BORN).body();
                      // a result whose acknowledgement was cut off may be there all the same
                      assertTrue(page.contains(slip.expected()) || page.contains("virus trouvé"), slip.code());
                    }));
  }
}
