package souspli.registry;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Whether this node sends at all. A wrong certificate or a refusal of us pauses the whole queue: every five minutes
 * one look tells whether it was mended. A registry that is down is asked ever less often, at least once a minute,
 * so that the queue drains in its order when it is back.
 */
final class Hold {
  static final Duration PAUSE = Duration.ofMinutes(5);
  static final Duration LONGEST = Duration.ofMinutes(1);

  private static final int STUMBLES = 3;

  private final LongSupplier nanoTime;
  private long until;
  private int stumbles;
  private Optional<Reason> reason = Optional.empty();

  Hold(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.until = nanoTime.getAsLong();
  }

  /** Why nothing is sent, as an operator reads it. */
  public enum Reason {
    NOT_TRUSTED("the registry's certificate is signed by no authority in souspli.registry.authorities-file"),
    EXPIRED("the registry's certificate is not valid today"),
    WRONG_NAME("the registry's certificate is for another name than the one in souspli.registry.url"),
    WE_ARE_REFUSED("the registry refuses our certificate or our rights"),
    NO_TLS("what answers at souspli.registry.url does not speak TLS 1.3"),
    REDIRECTED("the registry points to another address; souspli.registry.url must be the right one"),
    WRONG_ADDRESS("there is no FHIR registry at souspli.registry.url"),
    OUR_FILES("the files of souspli.registry cannot be read or do not fit together");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  synchronized boolean isOn() {
    return nanoTime.getAsLong() - until < 0;
  }

  synchronized Optional<Reason> reason() {
    return reason;
  }

  synchronized void pause(Reason why) {
    reason = Optional.of(why);
    lengthen(PAUSE);
  }

  /** The registry did not answer, or asked to be left alone. */
  synchronized void stumble(Optional<Duration> retryAfter) {
    reason = Optional.empty();
    stumbles++;
    if (stumbles >= STUMBLES) {
      Duration backOff = Duration.ofSeconds(1L << Math.min(stumbles - STUMBLES, 6));
      Duration wait = retryAfter.filter(asked -> asked.compareTo(backOff) > 0).orElse(backOff);
      lengthen(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }
  }

  /** It answered, whatever it said. */
  synchronized void answered() {
    reason = Optional.empty();
    stumbles = 0;
    until = nanoTime.getAsLong();
  }

  /** Somebody mended it and will not wait for the next look. */
  synchronized void lift() {
    until = nanoTime.getAsLong();
  }

  private void lengthen(Duration wait) {
    long end = nanoTime.getAsLong() + wait.toNanos();
    until = end - until > 0 ? end : until;
  }
}
