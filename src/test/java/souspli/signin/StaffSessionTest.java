package souspli.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souspli.staff.MemberId;

class StaffSessionTest {
  private static final Instant BEGAN = Instant.parse("2026-11-24T08:00:00Z");
  private static final Instant IDLE = BEGAN.plus(Duration.ofMinutes(15));
  private static final StaffSession SESSION = StaffSession.begin(new MemberId(7), "stamp", "", BEGAN);
  private static final String PAGE = "/staff/counter";

  @Test
  void aQuarterOfAnHourWithoutARequestLocksIt() {
    assertTrue(SESSION.seenAt(IDLE.minusMillis(1), PAGE).locked().isEmpty());
    StaffSession locked = SESSION.seenAt(IDLE.plusSeconds(3000), PAGE);
    assertEquals(Optional.of(new StaffSession.Locked(IDLE, PAGE, 0)), locked.locked());
    assertFalse(locked.over(IDLE.plusSeconds(3000)));
  }

  @Test
  void whatIsAskedMeanwhileKeepsNothingAwake() {
    StaffSession locked = SESSION.lockedAt(BEGAN, PAGE);
    assertEquals(locked, locked.seenAt(BEGAN.plusSeconds(60), "/staff/members"));
    assertEquals(locked, locked.lockedAt(BEGAN.plusSeconds(60), "/staff/members"));
  }

  @Test
  void aFactorIsFreshForFiveMinutesAndUntilItIsLocked() {
    Instant stale = BEGAN.plus(Duration.ofMinutes(5));
    assertTrue(SESSION.fresh(stale.minusMillis(1)));
    assertFalse(SESSION.fresh(stale));
    assertTrue(SESSION.provedAt(stale).fresh(stale.plusSeconds(299)));
    StaffSession back = SESSION.lockedAt(BEGAN, PAGE).unlockedAt(BEGAN.plusSeconds(1));
    assertTrue(back.locked().isEmpty());
    assertFalse(back.fresh(BEGAN.plusSeconds(1)), "a password alone is no fresh factor");
  }

  @Test
  void fiveTriesToUnlockItAndThenItIsOver() {
    StaffSession locked = SESSION.lockedAt(BEGAN, PAGE);
    for (int i = 0; i < 5; i++) {
      locked = locked.triedOnce();
      assertFalse(locked.over(BEGAN));
    }
    assertTrue(locked.triedOnce().over(BEGAN));
    assertFalse(locked.unlockedAt(BEGAN).lockedAt(BEGAN, PAGE).over(BEGAN), "who came in begins anew");
  }

  @Test
  void twelveHoursEndItHoweverBusy() {
    StaffSession busy = SESSION;
    Instant end = BEGAN.plus(Duration.ofHours(12));
    for (Instant now = BEGAN; now.isBefore(end); now = now.plusSeconds(600)) {
      busy = busy.seenAt(now, PAGE);
      assertFalse(busy.over(now));
    }
    assertTrue(busy.locked().isEmpty());
    assertTrue(busy.over(end));
    assertTrue(busy.lockedAt(end, PAGE).over(end));
  }
}
