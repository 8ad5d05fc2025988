package souspli.result;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A sample that was taken: for which test, with which kit, and when, to the minute. */
public record Sample(TestKind kind, Kit kit, Instant takenAt) {
  public Sample {
    takenAt = takenAt.truncatedTo(ChronoUnit.MINUTES);
  }

  /** The same without the number of its box, which only the registry is told. */
  Sample asTold() {
    return new Sample(kind, new Kit(kit.name(), kit.lot()), takenAt);
  }

  /** From when on the cassette may be read. */
  public Instant readyAt() {
    return takenAt.plus(Duration.ofMinutes(kind.readingMinutes()));
  }
}
