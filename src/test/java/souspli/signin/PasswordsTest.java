package souspli.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import souspli.limits.ClientAddress;
import souspli.trail.Neighbourhood;

class PasswordsTest {
  private final Passwords passwords = new Passwords(new SecureRandom());

  @Test
  void aNeighbourhoodHasItsShareAndNobodyElses() throws Exception {
    CountDownLatch inside = new CountDownLatch(Passwords.SHARE);
    CountDownLatch end = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<String>>> first = new ArrayList<>();
      for (int i = 0; i < Passwords.SHARE; i++) {
        Neighbourhood here = at("192.0.2." + i);
        first.add(threads.submit(() -> passwords.oneOfFew(here, () -> await(inside, end))));
      }
      inside.await();
      for (int i = 0; i < 100; i++) {
        assertEquals(Optional.empty(), passwords.oneOfFew(at("192.0.2.200"), () -> Optional.of("one more")));
      }
      assertEquals(Optional.of("next door"), passwords.oneOfFew(at("192.0.3.1"), () -> Optional.of("next door")));
      assertEquals(Optional.of("six"), passwords.oneOfFew(at("2001:db8::1"), () -> Optional.of("six")));
      end.countDown();
      for (Future<Optional<String>> one : first) {
        assertTrue(one.get().isPresent());
      }
    }
    assertEquals(Optional.of("again"), passwords.oneOfFew(at("192.0.2.200"), () -> Optional.of("again")));
  }

  @Test
  void whoFailsLeavesToo() {
    for (int i = 0; i <= Passwords.SHARE; i++) {
      try {
        passwords.oneOfFew(
            at("192.0.2.1"),
            () -> {
              throw new IllegalStateException("broken");
            });
      } catch (IllegalStateException broken) {
        assertEquals("broken", broken.getMessage());
      }
    }
    assertEquals(Optional.of("in"), passwords.oneOfFew(at("192.0.2.1"), () -> Optional.of("in")));
  }

  private static Optional<String> await(CountDownLatch inside, CountDownLatch end) {
    inside.countDown();
    try {
      end.await();
      return Optional.of("done");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Neighbourhood at(String address) {
    return Neighbourhood.of(new ClientAddress(InetAddress.ofLiteral(address)));
  }
}
