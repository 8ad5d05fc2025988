package souspli.signin;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import souspli.staff.MemberId;

class StaffSessionTest {
  private static final Instant BEGAN = Instant.parse("2026-11-24T08:00:00Z");
  private static final StaffSession SESSION = new StaffSession(new MemberId(7), "stamp", "", BEGAN, BEGAN);

  @Test
  void aQuarterOfAnHourWithoutARequestEndsIt() {
    assertFalse(SESSION.over(BEGAN.plus(Duration.ofMinutes(15)).minusMillis(1)));
    assertTrue(SESSION.over(BEGAN.plus(Duration.ofMinutes(15))));
  }

  @Test
  void twelveHoursEndItHoweverBusy() {
    StaffSession busy = SESSION;
    Instant now = BEGAN;
    while (now.isBefore(BEGAN.plus(Duration.ofHours(12)).minusSeconds(60))) {
      now = now.plusSeconds(600);
      busy = busy.seenAt(now.minusSeconds(1));
      assertTrue(!busy.over(now) || !now.isBefore(BEGAN.plus(Duration.ofHours(12))));
    }
    assertTrue(busy.seenAt(now).over(BEGAN.plus(Duration.ofHours(12))));
  }
}
