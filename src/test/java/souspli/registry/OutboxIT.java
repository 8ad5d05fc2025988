package souspli.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static souspli.fixtures.ACounter.FOUND;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.fixtures.ACounter;
import souspli.issuing.IssuedSlip;
import souspli.issuing.ReissueLink;

/** From the pharmacist's transaction to the registry: what is owed, in which order, and what stays meanwhile. */
class OutboxIT {
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
  void aResultItsCorrectionAndItsWithdrawalFollowInOrder() throws SQLException {
    IssuedSlip slip = at.counter.aReadyLink(FOUND);
    at.sender.drain();
    at.correct(slip.number());
    at.sender.drain();
    at.counter.in(() -> at.counter.withdrawLink.withdraw(at.counter.pharmacist, slip.number(), Optional.empty()));
    at.sender.drain();
    String report = at.report(slip.token().linkId());
    assertEquals(
        List.of(report + " final 1", report + " corrected 2", report + " entered-in-error 3"),
        at.registry.standIn.changes());
    assertInstanceOf(Transfer.Sent.class, at.transfer(slip).orElseThrow());
    assertEquals(3, at.transferred(slip));
    assertEquals(new Queue.Figures(0, Duration.ZERO, 0, 0), new Queue(at.counter.database).figures());
  }

  @Test
  void aWithdrawnLinkKeepsWhatIsOwedUntilItIsThereAndNoLonger() throws SQLException {
    IssuedSlip slip = at.counter.aReadyLink(FOUND);
    at.withdrawAfterOneTry(slip);
    assertTrue(at.keeps(slip));
    at.sender.drain();
    assertFalse(at.keeps(slip));
    assertEquals(2, at.registry.standIn.changes().size());
  }

  @Test
  void whatNeverLeftIsNotSentWhenItsPharmacyTakesItBack() throws SQLException {
    IssuedSlip slip = at.counter.aReadyLink(FOUND);
    at.counter.in(() -> at.counter.withdrawLink.withdraw(at.counter.pharmacist, slip.number(), Optional.empty()));
    assertFalse(at.keeps(slip));
    at.sender.drain();
    assertEquals(List.of(), at.registry.standIn.changes());
    assertEquals(Optional.empty(), at.transfer(slip));
  }

  @Test
  void anErasedResultIsStillReportedAndNothingIsTakenBack() throws SQLException {
    IssuedSlip slip = at.counter.aReadyLink(FOUND);
    at.counter.in(() -> at.counter.eraseLink.erase(slip.token().linkId()));
    assertTrue(at.keeps(slip));
    assertTrue(at.counter.open(slip.token(), ACounter.BORN).isEmpty());
    at.sender.drain();
    assertEquals(List.of(at.report(slip.token().linkId()) + " final 1"), at.registry.standIn.changes());
    assertFalse(at.keeps(slip));
  }

  @Test
  void aReissueTakesWhatIsOwedWithItAndRepeatsNothing() throws SQLException {
    IssuedSlip slip = at.counter.aReadyLink(FOUND);
    at.sender.drain();
    at.correct(slip.number());
    ReissueLink.Reissued anew =
        (ReissueLink.Reissued)
            at.counter.in(() -> at.counter.reissueLink.reissue(at.counter.pharmacist, slip.number(), Optional.empty()));
    assertFalse(at.keeps(slip));
    at.sender.drain();
    String report = at.report(anew.slip().token().linkId());
    assertEquals(List.of(report + " final 1", report + " corrected 2"), at.registry.standIn.changes());
    assertEquals(Optional.empty(), at.transfer(slip));
    assertInstanceOf(Transfer.Sent.class, at.transfer(anew.slip()).orElseThrow());
  }

  @Test
  void whatIsToBeSentIsRolledBackWithWhatWasEntered() throws SQLException {
    IssuedSlip slip = at.counter.anIssuedLink();
    try {
      at.counter.in(
          () -> {
            at.counter.links.sql(db -> at.outbox.owe(db, slip.token().linkId(), 1));
            throw new IllegalStateException("the power fails");
          });
    } catch (IllegalStateException expected) {
      assertEquals(Optional.empty(), at.transfer(slip));
    }
    assertEquals(0, at.sender.drain());
  }

  @Test
  void withoutARegistryNothingIsEverOwed() throws SQLException {
    ACounter quiet = new ACounter(directory.resolve("."), Map.of());
    IssuedSlip slip = quiet.aReadyLink(FOUND);
    assertEquals(Optional.empty(), quiet.sql(db -> at.outbox.of(db, slip.token().linkId())));
    quiet.in(() -> quiet.withdrawLink.withdraw(quiet.pharmacist, slip.number(), Optional.empty()));
    assertEquals(Optional.empty(), quiet.sql(db -> at.outbox.of(db, slip.token().linkId())));
  }
}
