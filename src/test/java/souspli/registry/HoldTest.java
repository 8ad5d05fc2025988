package souspli.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When a node sends, and when one revision is tried again. */
class HoldTest {
  private long now = Long.MAX_VALUE - 5; // nanoTime may wrap around
  private final Hold hold = new Hold(() -> now);

  @Test
  void aPauseLastsFiveMinutesAndKeepsItsReasonUntilSomethingElseHappens() {
    assertFalse(hold.isOn());
    hold.pause(Hold.Reason.EXPIRED);
    assertTrue(hold.isOn());
    pass(Duration.ofSeconds(299));
    assertTrue(hold.isOn());
    pass(Duration.ofSeconds(2));
    assertFalse(hold.isOn());
    assertEquals(Optional.of(Hold.Reason.EXPIRED), hold.reason());
    hold.answered();
    assertEquals(Optional.empty(), hold.reason());
  }

  @Test
  void anOperatorNeedNotWait() {
    hold.pause(Hold.Reason.NOT_TRUSTED);
    hold.lift();
    assertFalse(hold.isOn());
  }

  @Test
  void oneStumbleIsNoneAndManyAreAtMostAMinuteApart() {
    hold.stumble(Optional.empty());
    hold.stumble(Optional.empty());
    assertFalse(hold.isOn());
    for (int i = 0; i < 100; i++) {
      hold.stumble(Optional.of(Duration.ofHours(60)));
      assertTrue(hold.isOn());
    }
    pass(Hold.LONGEST);
    assertFalse(hold.isOn());
    hold.answered();
    hold.stumble(Optional.empty());
    assertFalse(hold.isOn());
  }

  @Test
  void aRevisionIsTriedEverLaterAndNeverInStep() {
    Random chance = new Random(1);
    Duration least = BackOff.FIRST.dividedBy(2);
    for (int tries = 1; tries < 200; tries++) {
      Duration next = BackOff.next(tries, Optional.empty(), chance);
      assertTrue(next.compareTo(least) >= 0 && next.compareTo(BackOff.LONGEST) <= 0, tries + ": " + next);
    }
    long different = chance.doubles(50).mapToObj(any -> BackOff.next(9, Optional.empty(), chance)).distinct().count();
    assertTrue(different > 40);
  }

  @Test
  void theRegistrysWishIsObeyedUpToAnHour() {
    Random chance = new Random(1);
    assertEquals(Duration.ofMinutes(30), BackOff.next(1, Optional.of(Duration.ofMinutes(30)), chance));
    assertEquals(BackOff.OBEYED, BackOff.next(1, Optional.of(Duration.ofDays(30)), chance));
    assertTrue(BackOff.next(9, Optional.of(Duration.ofSeconds(1)), chance).toSeconds() > 100);
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }
}
