package souspli.limits;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How often one neighbourhood of the network may ask: the generic cell rate algorithm (ITU-T I.371) on one number per
 * cell, the theoretical arrival time. Pure arithmetic in microseconds; {@link CountTry} does the same in SQL.
 *
 * @param kind tells the cells of one gate from those of another
 * @param bits how much of an address is a neighbourhood
 * @param increment microseconds that one try takes up
 * @param burst tries that may come at once
 */
public record Gate(int kind, int bits, long increment, int burst) {
  /** A mobile carrier puts thousands of people behind one of these, so it is wide, and what succeeds is given back. */
  public static final Gate IPV4_24 = of(1, 24, Duration.ofSeconds(2), 600);

  /** One site, or one small provider. */
  public static final Gate IPV6_48 = of(2, 48, Duration.ofSeconds(2), 600);

  /** One household or one handset. */
  public static final Gate IPV6_64 = of(3, 64, Duration.ofSeconds(20), 60);

  public Gate {
    if (bits % 8 != 0 || increment <= 0 || burst <= 0) {
      throw new IllegalArgumentException("no such gate");
    }
  }

  static Gate of(int kind, int bits, Duration increment, int burst) {
    return new Gate(kind, bits, increment.toNanos() / 1000, burst);
  }

  /**
   * The arrival time to remember when a try that comes now may pass; empty when it may not.
   *
   * @param tat what the cell remembers, microseconds
   * @param now microseconds
   */
  public OptionalLong pass(long tat, long now) {
    long next = Math.max(tat, now) + increment;
    return next - now <= limit() ? OptionalLong.of(next) : OptionalLong.empty();
  }

  /** How far the remembered arrival may lie ahead of now, microseconds. */
  long limit() {
    return increment * burst;
  }
}
