package souspli.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import souspli.staff.MemberId;

/**
 * What the server keeps of somebody who has signed in; in memory alone.
 *
 * @param stamp the member's when this began: once it differs, role, pharmacy or factors have changed
 * @param place the name of the member's pharmacy, or nothing
 * @param proved when the member last showed what a thief of the session lacks; forgotten when it is locked
 */
record StaffSession(
    MemberId member,
    String stamp,
    String place,
    Instant began,
    Instant seen,
    Optional<Instant> proved,
    Optional<Locked> locked) {

  /** Without a request for so long, and it locks. */
  static final Duration IDLE = Duration.ofMinutes(15);

  /** However busy: it is over. */
  static final Duration WHOLE = Duration.ofHours(12);

  /** For so long a factor that was shown is fresh. */
  static final Duration FRESH = Duration.ofMinutes(5);

  /** So many wrong tries to unlock it, and it is over. */
  static final int TRIES = 5;

  /**
   * A session that waits for its member.
   *
   * @param back the page on which they were
   * @param tries to unlock it so far
   */
  record Locked(Instant since, String back, int tries) {}

  static StaffSession begin(MemberId member, String stamp, String place, Instant now) {
    return new StaffSession(member, stamp, place, now, now, Optional.of(now), Optional.empty());
  }

  boolean over(Instant now) {
    return !now.isBefore(began.plus(WHOLE)) || locked.filter(lock -> lock.tries() > TRIES).isPresent();
  }

  /** A request has come: nobody knows for which page if it comes too late. */
  StaffSession seenAt(Instant now, String path) {
    if (locked.isPresent()) {
      return this;
    }
    Instant idleFrom = seen.plus(IDLE);
    return now.isBefore(idleFrom)
        ? new StaffSession(member, stamp, place, began, now, proved, locked)
        : lockedAt(idleFrom, path);
  }

  /** Locking twice changes nothing. */
  StaffSession lockedAt(Instant since, String back) {
    return locked.isPresent()
        ? this
        : new StaffSession(
            member, stamp, place, began, seen, Optional.empty(), Optional.of(new Locked(since, back, 0)));
  }

  /** Somebody tries to unlock it: counted before it is known whether they may. */
  StaffSession triedOnce() {
    return new StaffSession(
        member,
        stamp,
        place,
        began,
        seen,
        proved,
        locked.map(lock -> new Locked(lock.since(), lock.back(), lock.tries() + 1)));
  }

  StaffSession unlockedAt(Instant now) {
    return new StaffSession(member, stamp, place, began, now, proved, Optional.empty());
  }

  StaffSession provedAt(Instant now) {
    return new StaffSession(member, stamp, place, began, seen, Optional.of(now), locked);
  }

  StaffSession of(String otherStamp) {
    return new StaffSession(member, otherStamp, place, began, seen, proved, locked);
  }

  boolean fresh(Instant now) {
    return proved.filter(at -> now.isBefore(at.plus(FRESH))).isPresent();
  }
}
