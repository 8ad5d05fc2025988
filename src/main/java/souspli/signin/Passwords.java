package souspli.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import souspli.limits.ClientAddress;
import souspli.trail.Neighbourhood;

/**
 * Hashes and compares passwords on half of the processors, with a short queue behind: 19 MiB and a tenth of a second
 * for each must not become a way to keep patients waiting. Of one neighbourhood a few may be at it at once, so that a
 * flood from there fills its own part of the queue and nobody else's.
 */
@ApplicationScoped
public class Passwords {

  private static final int QUEUE = 40;
  private static final long SECONDS = 5;

  private static final int PLACES = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  /** At once from one neighbourhood, working or waiting; the queue holds those of several. */
  static final int SHARE = Math.min(QUEUE / 4, 4 * PLACES);

  private final Semaphore places = new Semaphore(PLACES, true);
  private final Map<Neighbourhood, Integer> present = new ConcurrentHashMap<>();
  private final SecureRandom random;
  private final PasswordHash nobodys;

  /** For the proxy in front of the one instance. */
  protected Passwords() {
    this.random = null;
    this.nobodys = null;
  }

  @Inject
  public Passwords(SecureRandom random) {
    this.random = random;
    this.nobodys = PasswordHash.ofNobody(random);
  }

  /**
   * Whether this is the password behind the hash. Where there is none, the answer is no after the same work.
   *
   * @return empty when too many ask at once, from there or in all
   */
  Optional<Boolean> matches(ClientAddress from, Optional<String> phc, String password) {
    PasswordHash hash = phc.flatMap(PasswordHash::parse).orElse(nobodys);
    return oneOfFew(Neighbourhood.of(from), () -> inTurn(() -> hash.matches(password)));
  }

  /** Whoever comes from there while its share is taken is sent away before any work. */
  <T> Optional<T> oneOfFew(Neighbourhood from, Supplier<Optional<T>> work) {
    if (present.merge(from, 1, Integer::sum) > SHARE) {
      leave(from);
      return Optional.empty();
    }
    try {
      return work.get();
    } finally {
      leave(from);
    }
  }

  private void leave(Neighbourhood from) {
    present.computeIfPresent(from, (where, many) -> many == 1 ? null : many - 1);
  }

  /** A PHC string for a new password; empty when too many ask at once. */
  Optional<String> hash(String password) {
    return inTurn(() -> PasswordHash.of(password, random).phc());
  }

  private <T> Optional<T> inTurn(Supplier<T> work) {
    try {
      if (places.getQueueLength() >= QUEUE || !places.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server stops: nobody is let in
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } finally {
      places.release();
    }
  }
}
