package souspli.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.staff.Acting.Proof;
import souspli.staff.Member;
import souspli.trail.TrailKind;

/** A session that is left alone, by a clock that is turned. */
class SessionsIT {
  private static final String PAGE = "/staff/members";

  private final ABrowser browser = new ABrowser();
  private ADoor door;
  private Member ada;

  @BeforeEach
  void somebodyIsSignedIn(@TempDir Path directory) throws Exception {
    door = new ADoor(directory);
    door.join();
    ada = door.member(ADoor.EMAIL);
    begin(ada);
  }

  @Test
  void aQuarterOfAnHourWithoutARequestLocksItAndNothingEndsIt() throws Exception {
    later(Duration.ofMinutes(14));
    assertTrue(find().orElseThrow().lock().isEmpty());
    Instant left = door.now;
    later(Duration.ofMinutes(15));
    assertEquals(Optional.of(new StaffSession.Locked(left.plusSeconds(900), PAGE, 0)), find().orElseThrow().lock());
    later(Duration.ofHours(11));
    assertTrue(find().orElseThrow().lock().isPresent());
    assertEquals(1, lines(TrailKind.LOCKED));
    later(Duration.ofMinutes(31));
    assertTrue(find().isEmpty(), "twelve hours are over");
    assertFalse(browser.hasSession());
  }

  @Test
  void theRequestThatLocksItIsTheOnlyOneThatLeavesAForm() {
    assertTrue(in(() -> door.sessions.lock(browser.request("/staff/lock"), PAGE)));
    assertFalse(in(() -> door.sessions.lock(browser.request("/staff/lock"), PAGE)));
  }

  @Test
  void aLateF8LeavesItsFormToo() {
    later(Duration.ofMinutes(20));
    var request = browser.request("/staff/lock");
    in(() -> door.sessions.find(request));
    assertTrue(in(() -> door.sessions.lock(request, PAGE)), "though it was locked when it came");
  }

  @Test
  void unlockingGivesItAnotherIdAndNoFreshFactor() throws Exception {
    assertEquals(Proof.FRESH, find().orElseThrow().proof());
    in(() -> door.sessions.lock(browser.request("/staff/lock"), PAGE));
    int before = browser.id();
    unlock();
    assertTrue(browser.id() > before);
    Sessions.Present back = find().orElseThrow();
    assertTrue(back.lock().isEmpty());
    assertEquals(Proof.STALE, back.proof());
    in(
        () -> {
          door.sessions.prove(browser.request(PAGE));
          return true;
        });
    assertEquals(Proof.FRESH, find().orElseThrow().proof());
    later(Duration.ofMinutes(5));
    assertEquals(Proof.STALE, find().orElseThrow().proof());
    assertEquals(1, lines(TrailKind.UNLOCKED));
  }

  @Test
  void whoSignsInWhereAnothersIsLockedTakesOver() throws Exception {
    in(() -> door.sessions.lock(browser.request("/staff/lock"), PAGE));
    door.join("bob@example.org");
    Member bob = door.member("bob@example.org");
    int before = browser.id();
    begin(bob);
    assertTrue(browser.id() > before);
    assertEquals(bob.id(), find().orElseThrow().member().id());
    assertEquals(1, lines(TrailKind.TAKEN_OVER));
  }

  private void begin(Member member) {
    in(
        () -> {
          door.sessions.begin(browser.request("/staff/"), member);
          return true;
        });
  }

  private void unlock() {
    in(
        () -> {
          door.sessions.unlock(browser.request("/staff/locked"));
          return true;
        });
  }

  private Optional<Sessions.Present> find() {
    return in(() -> door.sessions.find(browser.request(PAGE)));
  }

  private void later(Duration by) {
    door.now = door.now.plus(by);
  }

  private <T> T in(Supplier<T> work) {
    return door.transactions.run(work);
  }

  private int lines(TrailKind kind) throws Exception {
    try (Connection db = door.database.getConnection();
        PreparedStatement count = db.prepareStatement("SELECT COUNT(*) FROM trail WHERE kind = ?")) {
      count.setInt(1, kind.code());
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
