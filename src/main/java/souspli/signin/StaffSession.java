package souspli.signin;

import java.time.Duration;
import java.time.Instant;
import souspli.staff.MemberId;

/**
 * What the server keeps of somebody who has signed in; in memory alone.
 *
 * @param stamp the member's when this began: once it differs, role, pharmacy or factors have changed
 * @param place the name of the member's pharmacy, or nothing
 */
record StaffSession(MemberId member, String stamp, String place, Instant began, Instant seen) {

  /** Without a request for so long, and it is over. */
  static final Duration IDLE = Duration.ofMinutes(15);

  /** However busy. */
  static final Duration WHOLE = Duration.ofHours(12);

  boolean over(Instant now) {
    return !now.isBefore(seen.plus(IDLE)) || !now.isBefore(began.plus(WHOLE));
  }

  StaffSession seenAt(Instant now) {
    return new StaffSession(member, stamp, place, began, now);
  }
}
