package souspli.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes and compares passwords on half of the processors, with a short queue behind: 19 MiB and a tenth of a second
 * for each must not become a way to keep patients waiting.
 */
@ApplicationScoped
public class Passwords {

  private static final int QUEUE = 40;
  private static final long SECONDS = 5;

  private final Semaphore places = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);
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
   * @return empty when too many ask at once
   */
  Optional<Boolean> matches(Optional<String> phc, String password) {
    PasswordHash hash = phc.flatMap(PasswordHash::parse).orElse(nobodys);
    return inTurn(() -> hash.matches(password));
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
