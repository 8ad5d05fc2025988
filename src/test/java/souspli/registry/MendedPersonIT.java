package souspli.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static souspli.fixtures.ACounter.BORN;
import static souspli.fixtures.ACounter.FOUND;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.fixtures.ACounter;
import souspli.issuing.IssuedSlip;
import souspli.issuing.MendTraits;
import souspli.issuing.ReissueLink;
import souspli.result.Sex;
import souspli.result.Traits;
import souspli.sealedlink.DateOfBirth;
import souspli.sealedlink.SlipNumber;
import souspli.standin.Fault;
import souspli.worklist.Worklist;

/** Who was written down wrong is told right, whether the registry had refused it, believed it or just hears it. */
class MendedPersonIT {
  static final Traits RIGHT =
      new Traits(
          "Lefebvre",
          "Jeanne",
          Optional.empty(),
          Sex.FEMALE,
          BORN,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of("75011"));

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
  void aRefusedPostalCodeIsMendedAndSentWithoutANewSlip() throws SQLException {
    IssuedSlip slip = at.counter.aReadyLink(FOUND);
    at.fault.set(Fault.UNPROCESSABLE);
    at.sender.drain();
    assertEquals(List.of(slip.number()), tasks());
    at.fault.set(Fault.NONE);
    Traits wrong = ACounter.traits(DateOfBirth.of("1952-03-28"));
    assertInstanceOf(MendTraits.ANewSlipIsNeeded.class, mend(slip, wrong));
    assertEquals(new MendTraits.Mended(true), mend(slip, ACounter.traits(ACounter.BORN)));
    assertEquals(1, at.sender.drain());
    assertEquals(List.of(), tasks());
    assertInstanceOf(Transfer.Sent.class, at.transfer(slip).orElseThrow());
    assertEquals(new MendTraits.Mended(false), mend(slip, ACounter.traits(ACounter.BORN)), "nothing is new");
    assertEquals(FOUND, at.counter.open(slip.token(), ACounter.BORN).orElseThrow().outcome());
  }

  private MendTraits.Answer mend(IssuedSlip slip, Traits traits) {
    return at.counter.in(() -> at.counter.mendTraits.mend(at.counter.pharmacist, slip.number(), traits));
  }

  private List<SlipNumber> tasks() {
    return at.counter.in(() -> at.counter.worklist.untransferred(at.counter.pharmacist)).stream()
        .map(Worklist.Row::slip)
        .toList();
  }

  @Test
  void aNameThatTheRegistryBelievedIsToldAnewAndOnce() throws SQLException {
    IssuedSlip slip = at.counter.aReadyLink(FOUND);
    at.correct(slip.number());
    assertEquals(2, at.sender.drain());
    assertEquals(new MendTraits.Mended(true), mend(slip, RIGHT));
    assertInstanceOf(Transfer.Waiting.class, at.transfer(slip).orElseThrow());
    assertEquals(1, at.sender.drain());
    assertEquals(0, at.sender.drain());
    String report = at.report(slip.token().linkId());
    assertEquals(
        List.of(report + " final 1", report + " corrected 2", report + " corrected 3"), at.registry.standIn.changes());
    assertEquals(3, at.transferred(slip), "the holder sees that it was told again");
  }

  @Test
  void whatWasBeingSentMeanwhileIsSentOnceMore() throws SQLException {
    IssuedSlip slip = at.counter.aReadyLink(FOUND);
    Leases leases = new Leases(at.counter.events);
    Leases.Lease early = at.counter.<List<Leases.Lease>>sql(db -> leases.take(db, 1)).getFirst();
    assertEquals(new MendTraits.Mended(false), mend(slip, RIGHT));
    at.counter.sql(
        db -> {
          leases.acknowledged(db, early, at.counter.now);
          return null;
        });
    assertInstanceOf(Transfer.Waiting.class, at.transfer(slip).orElseThrow());
    assertEquals(0, at.sender.drain(), "not while the first may still be under way");
    at.counter.tamper("UPDATE outbox SET lease = UTC_TIMESTAMP() - INTERVAL 1 SECOND");
    assertEquals(1, at.sender.drain());
    assertInstanceOf(Transfer.Sent.class, at.transfer(slip).orElseThrow());
  }

  @Test
  void aDateOfBirthThatIsMendedByANewSlipIsToldAnew() throws SQLException {
    IssuedSlip slip = at.counter.aReadyLink(FOUND);
    at.sender.drain();
    DateOfBirth right = DateOfBirth.of("1953-03-27");
    var anew =
        at.counter.in(
            () -> at.counter.reissueLink.reissue(at.counter.pharmacist, slip.number(), Optional.of(right)));
    IssuedSlip next = assertInstanceOf(ReissueLink.Reissued.class, anew).slip();
    assertEquals(1, at.sender.drain());
    assertInstanceOf(Transfer.Sent.class, at.transfer(next).orElseThrow());
    String report = at.report(next.token().linkId());
    assertEquals(List.of(report + " final 1", report + " final 2"), at.registry.standIn.changes());
  }
}
