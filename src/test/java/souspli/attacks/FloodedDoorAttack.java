package souspli.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import souspli.fixtures.Lines;
import souspli.fixtures.Newcomer;
import souspli.fixtures.Portal;
import souspli.staff.Role;

/** Somebody keeps the staff's door busy from one network, so that nobody else gets in, or to fill what it writes. */
class FloodedDoorAttack {
  /** More than a share, fewer than the queue holds: whoever is sent away met the share. */
  private static final int AT_ONCE = 20;

  private final Portal portal = Portal.shared();

  @Test
  void whoeverComesFromElsewhereGetsInMeanwhile() throws Exception {
    List<Newcomer> staff = IntStream.range(0, 2).mapToObj(i -> Newcomer.in(portal, Role.SUPPORT)).toList();
    List<Integer> in = new ArrayList<>();
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger sent = new AtomicInteger();
    AtomicInteger away = new AtomicInteger();
    long before = lines();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Void>> flood = new ArrayList<>();
      Callable<Void> wave =
          () -> {
            while (!over.get()) {
              away.addAndGet(post("nobody" + sent.incrementAndGet() + "@example.org") == 503 ? 1 : 0);
            }
            return null;
          };
      for (int i = 0; i < AT_ONCE; i++) {
        flood.add(threads.submit(wave));
      }
      try {
        for (Newcomer member : staff) {
          in.add(signIn(member));
        }
      } finally {
        over.set(true);
      }
      for (Future<Void> one : flood) {
        one.get();
      }
    }
    assertEquals(List.of(303, 303), in, sent + " sent, " + away + " sent away");
    assertTrue(away.get() > 0, "the flood was sent away before any work: " + sent);
    assertTrue(lines() - before <= 2, "and is counted in a line");
  }

  /** On a machine that has much else to do, the page may say that it is busy, and one presses the button again. */
  private static int signIn(Newcomer member) {
    int status = 503;
    for (int i = 0; i < 5 && status == 503; i++) {
      status = member.signIn(Newcomer.PASSWORD, member.digits()).statusCode();
    }
    return status;
  }

  private int post(String email) {
    Map<String, String> form = Map.of("email", email, "password", Newcomer.PASSWORD, "totp", "123456");
    return Newcomer.post(portal, "/staff/", form, "", "X-Forwarded-For", "198.51.100.77").statusCode();
  }

  private long lines() throws Exception {
    try (var db = portal.database()) {
      return Long.parseLong(Lines.of(db, "SELECT COUNT(*) FROM refusal WHERE peer = '198.51.100.0/24'").getFirst());
    }
  }
}
