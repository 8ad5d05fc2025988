package souspli.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static souspli.fixtures.ACounter.FOUND;
import static souspli.fixtures.ACounter.NOT_FOUND;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.fixtures.ACounter;
import souspli.issuing.IssuedSlip;
import souspli.standin.Authority;
import souspli.standin.Fault;

/** What becomes of an owed revision by the registry's answer, by other senders, and by what happened to its rows. */
class SendingIT {
  @TempDir private Path directory;
  private AnOutbox at;

  @BeforeEach
  void open() {
    at = new AnOutbox(directory);
  }

  @AfterEach
  void close() {
    at.close();
  }

  @Test
  void aRefusalNamesTheFieldAndIsSentAgainWhenSomebodySaysSo() throws SQLException {
    IssuedSlip slip = at.counter.aReadyLink(FOUND);
    at.fault.set(Fault.UNPROCESSABLE);
    assertEquals(1, at.sender.drain());
    assertEquals(Optional.of(new Transfer.Refused(Optional.of(Transfer.Mend.POSTAL_CODE))), at.transfer(slip));
    assertEquals(0, at.sender.drain());
    at.fault.set(Fault.NONE);
    assertTrue(at.again(slip));
    assertFalse(at.again(slip));
    assertEquals(1, at.sender.drain());
    assertInstanceOf(Transfer.Sent.class, at.transfer(slip).orElseThrow());
  }

  @Test
  void aCorrectionMakesAnEarlierRefusalPointless() throws SQLException {
    IssuedSlip slip = at.counter.aReadyLink(FOUND);
    at.fault.set(Fault.PRECONDITION);
    at.sender.drain();
    assertInstanceOf(Transfer.PersonLooks.class, at.transfer(slip).orElseThrow());
    at.correct(slip.number());
    at.fault.set(Fault.NONE);
    at.sender.drain();
    assertEquals(List.of(at.report(slip.token().linkId()) + " corrected 1"), at.registry.standIn.changes());
    assertFalse(at.again(slip));
  }

  @Test
  void aRefusalOfUsPausesTheWholeQueueWithOneReasonAndLosesNoTry() throws SQLException {
    IssuedSlip slip = at.counter.aReadyLink(FOUND);
    at.counter.aReadyLink(NOT_FOUND);
    at.fault.set(Fault.FORBIDDEN);
    assertEquals(1, at.sender.drain());
    assertEquals(Optional.of(Hold.Reason.WE_ARE_REFUSED.text()), at.sender.pause());
    assertEquals(0, at.sender.drain());
    at.fault.set(Fault.NONE);
    at.sender.lookAgain();
    assertEquals(2, at.sender.drain());
    assertEquals(Optional.empty(), at.sender.pause());
    assertInstanceOf(Transfer.Sent.class, at.transfer(slip).orElseThrow());
  }

  @Test
  void aCertificateOfOursThatIsRefusedPausesTheWholeQueueAtOnce() throws SQLException, IOException {
    at.counter.aReadyLink(FOUND);
    at.counter.aReadyLink(NOT_FOUND);
    at.registry.identify(new Authority("Another", ARegistry.FROM, ARegistry.UNTIL, at.counter.random));
    assertEquals(1, at.sender.drain());
    assertEquals(Optional.of(Hold.Reason.WE_ARE_REFUSED.text()), at.sender.pause());
    assertEquals(0, at.sender.drain());
    assertEquals(List.of(), at.registry.standIn.changes());
    at.registry.identify(at.registry.authority);
    at.sender.lookAgain();
    assertEquals(2, at.sender.drain());
    assertEquals(Optional.empty(), at.sender.pause());
  }

  /** What one lane has leased with it and not begun is nobody's failed try, and may still be taken back unsent. */
  @Test
  void whatWasOnlyLeasedBesideItCountsAsUntried() throws SQLException {
    at.counter.aReadyLink(FOUND);
    IssuedSlip beside = at.counter.aReadyLink(NOT_FOUND);
    at.counter.tamper(
        "UPDATE outbox SET next_try = UTC_TIMESTAMP() - INTERVAL 1 HOUR WHERE link_id <> ?",
        (Object) beside.token().linkId().bytes());
    at.fault.set(Fault.FORBIDDEN);
    assertEquals(1, at.sender.drain());
    assertEquals(Optional.of(new Transfer.Waiting(0)), at.transfer(beside));
    at.counter.in(() -> at.counter.withdrawLink.withdraw(at.counter.pharmacist, beside.number(), Optional.empty()));
    assertEquals(Optional.empty(), at.transfer(beside));
    assertFalse(at.keeps(beside));
  }

  @Test
  void anEarlierRevisionThatWaitsHoldsTheLaterOneBack() throws SQLException {
    IssuedSlip slip = at.counter.aReadyLink(FOUND);
    at.fault.set(Fault.CONFLICT);
    at.sender.drain();
    at.correct(slip.number());
    at.fault.set(Fault.NONE);
    assertEquals(0, at.sender.drain());
    assertEquals(1, at.counter.tamper("UPDATE outbox SET next_try = UTC_TIMESTAMP() WHERE revision = 1"));
    assertEquals(2, at.sender.drain());
    String report = at.report(slip.token().linkId());
    assertEquals(List.of(report + " final 1", report + " corrected 2"), at.registry.standIn.changes());
  }

  @Test
  void aSenderThatCameTooLateChangesNothing() throws SQLException {
    IssuedSlip slip = at.counter.aReadyLink(FOUND);
    Leases leases = new Leases(at.counter.events);
    Leases.Lease late = at.counter.<List<Leases.Lease>>sql(db -> leases.take(db, 9)).getFirst();
    assertEquals(List.of(), at.counter.<List<Leases.Lease>>sql(db -> leases.take(db, 9)));
    at.counter.tamper("UPDATE outbox SET lease = UTC_TIMESTAMP() - INTERVAL 1 SECOND");
    at.sender.drain();
    at.counter.sql(
        db -> {
          db.setAutoCommit(false);
          leases.acknowledged(db, late, at.counter.now);
          db.commit();
          return null;
        });
    at.counter.sql(
        db -> {
          leases.refused(db, late, 422, Optional.empty());
          return null;
        });
    assertInstanceOf(Transfer.Sent.class, at.transfer(slip).orElseThrow());
    assertEquals(1, at.transferred(slip));
  }

  @Test
  void whoEnteredARevisionIsNamedByNumberWhereItIsKnown() throws SQLException {
    IssuedSlip slip = at.counter.aReadyLink(FOUND);
    Leases leases = new Leases(at.counter.events);
    Leases.Lease lease = at.counter.<List<Leases.Lease>>sql(db -> leases.take(db, 1)).getFirst();
    assertEquals(Optional.empty(), load(lease).rpps());
    at.counter.tamper(
        "UPDATE member SET rpps = '10001234567' WHERE member = ?", at.counter.pharmacist.member().value());
    assertEquals(Optional.of("10001234567"), load(lease).rpps());
    assertEquals(1, at.counter.tamper("UPDATE outbox SET lease = NULL"));
    at.counter.in(() -> at.counter.reissueLink.reissue(at.counter.pharmacist, slip.number(), Optional.empty()));
    Leases.Lease moved = at.counter.<List<Leases.Lease>>sql(db -> leases.take(db, 1)).getFirst();
    assertNotEquals(lease.link(), moved.link());
    assertEquals(Optional.of("10001234567"), load(moved).rpps(), "who entered it did so in the link before");
  }

  private Report load(Leases.Lease lease) {
    OwedReport owed =
        at.counter.<List<OwedReport.Rows>>sql(db -> OwedReport.load(db, List.of(lease))).getFirst()
            .open(at.counter.keys, at.counter.random);
    return assertInstanceOf(OwedReport.Whole.class, owed).report();
  }

  @Test
  void whatCustodyNoLongerHoldsIsGivenUpAndWhatSomebodyChangedIsLookedAt() throws SQLException {
    IssuedSlip gone = at.counter.aReadyLink(FOUND);
    at.counter.tamper("UPDATE link SET traits = NULL, custody_wrap = NULL");
    IssuedSlip changed = at.counter.aReadyLink(FOUND);
    at.counter.tamper("UPDATE link SET custody_wrap = REVERSE(custody_wrap) WHERE custody_wrap IS NOT NULL");
    assertEquals(2, at.sender.drain());
    assertInstanceOf(Transfer.GivenUp.class, at.transfer(gone).orElseThrow());
    assertInstanceOf(Transfer.PersonLooks.class, at.transfer(changed).orElseThrow());
    assertEquals(new Queue.Figures(0, Duration.ZERO, 0, 1), new Queue(at.counter.database).figures());
  }

  @Test
  void theOldestHasWaitedSinceItsEvent() throws SQLException {
    at.counter.aReadyLink(FOUND);
    at.counter.aReadyLink(FOUND);
    at.counter.tamper("UPDATE event SET at = UTC_TIMESTAMP() - INTERVAL 1 HOUR");
    at.counter.tamper("UPDATE event SET at = UTC_TIMESTAMP() - INTERVAL 3 HOUR WHERE kind = 2 LIMIT 1");
    Queue.Figures figures = new Queue(at.counter.database).figures();
    assertEquals(2, figures.waiting());
    assertEquals(3, figures.oldest().toHours());
  }
}
