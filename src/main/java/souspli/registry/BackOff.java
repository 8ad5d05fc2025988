package souspli.registry;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When one revision is tried again: doubling from two seconds to ten minutes, spread so that no two keep step. */
final class BackOff {
  static final Duration FIRST = Duration.ofSeconds(2);
  static final Duration LONGEST = Duration.ofMinutes(10);

  /** No registry makes us wait longer than this: custody ends. */
  static final Duration OBEYED = Duration.ofHours(1);

  private BackOff() {}

  /**
   * @param tries how often it was tried, from 1
   * @param asked what the registry asked for; never shortened by chance
   */
  static Duration next(int tries, Optional<Duration> asked, RandomGenerator chance) {
    long doubled = FIRST.toMillis() << Math.min(tries - 1, 20);
    long most = Math.min(doubled, LONGEST.toMillis());
    Duration ours = Duration.ofMillis(most / 2 + chance.nextLong(most / 2 + 1));
    return asked
        .map(wait -> wait.compareTo(OBEYED) > 0 ? OBEYED : wait)
        .filter(wait -> wait.compareTo(ours) > 0)
        .orElse(ours);
  }
}
