package souspli.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static souspli.fixtures.ACounter.BORN;
import static souspli.fixtures.ACounter.FOUND;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.issuing.IssuedSlip;
import souspli.keys.KeyName;
import souspli.links.Custody;
import souspli.retention.CarryOwed;
import souspli.retention.CarryOwed.Outcome;
import souspli.sealedlink.LinkId;
import souspli.sealedlink.SlipNumber;
import souspli.standin.Fault;
import souspli.worklist.Worklist;

/** What the registry has not got when custody ends: kept for it, for seven days, under keys that do not live longer. */
class CarryOwedIT {
  @TempDir private Path directory;
  private AnOutbox at;
  private CarryOwed carryOwed;
  private Instant issued;
  private int custodyDays;

  @BeforeEach
  void open() {
    open(3, directory);
  }

  private void open(int days, Path there) {
    at = new AnOutbox(there, Map.of("souspli.custody-days", Integer.toString(days)));
    Custody custody = new Custody(at.counter.keys, at.counter.random, at.counter.settings);
    carryOwed = new CarryOwed(at.counter.links, custody, at.outbox, at.counter.events, at.counter.settings);
    issued = at.counter.now;
    custodyDays = days;
  }

  @AfterEach
  void close() {
    at.close();
  }

  @Test
  void aRegistryThatIsBackBeforeTheSeventhDayGetsIt() throws SQLException {
    IssuedSlip slip = at.counter.aReadyLink(FOUND);
    assertEquals(List.of(), nights(1, 3), "custody holds still");
    assertEquals(List.of(Outcome.CARRIED), nights(4, 4));
    assertEquals(4, day(slip));
    assertEquals(List.of(), nights(4, 7), "once is enough");
    assertEquals(1, at.sender.drain());
    assertInstanceOf(Transfer.Sent.class, at.transfer(slip).orElseThrow());
    assertFalse(holds(slip), "custody was over but for that");
    assertEquals(FOUND, at.counter.open(slip.token(), BORN).orElseThrow().outcome());
    assertEquals(List.of(), nights(8, 9));
  }

  @Test
  void onTheEighthDayItIsGivenUpAndThePharmacyHasATask() throws SQLException {
    IssuedSlip slip = at.counter.aReadyLink(FOUND);
    at.fault.set(Fault.CONFLICT);
    at.sender.drain();
    assertEquals(List.of(Outcome.CARRIED), nights(1, 7));
    assertEquals(List.of(Outcome.GIVEN_UP), nights(8, 9));
    assertFalse(holds(slip));
    assertInstanceOf(Transfer.GivenUp.class, at.transfer(slip).orElseThrow());
    assertEquals(List.of(slip.number()), tasks());
    at.fault.set(Fault.NONE);
    at.counter.tamper("UPDATE outbox SET next_try = UTC_TIMESTAMP()");
    assertEquals(0, at.sender.drain());
    assertEquals(FOUND, at.counter.open(slip.token(), BORN).orElseThrow().outcome(), "the holder's is the holder's");
  }

  @Test
  void whatWasRefusedCanBeMendedAsLong() throws SQLException {
    IssuedSlip slip = at.counter.aReadyLink(FOUND);
    at.fault.set(Fault.UNPROCESSABLE);
    at.sender.drain();
    assertEquals(List.of(Outcome.CARRIED), nights(1, 6));
    at.fault.set(Fault.NONE);
    at.counter.in(() -> at.counter.mendTraits.mend(at.counter.pharmacist, slip.number(), MendedPersonIT.RIGHT));
    assertEquals(1, at.sender.drain());
    assertFalse(holds(slip));
  }

  @Test
  void aWithdrawalThatTheRegistryDoesNotKnowIsATaskToo() throws SQLException {
    IssuedSlip slip = at.counter.aReadyLink(FOUND);
    at.sender.drain();
    at.counter.in(() -> at.counter.withdrawLink.withdraw(at.counter.pharmacist, slip.number(), Optional.empty()));
    assertEquals(List.of(Outcome.CARRIED), nights(1, 7));
    assertTrue(at.keeps(slip));
    assertEquals(List.of(Outcome.GIVEN_UP), nights(8, 8));
    assertFalse(at.keeps(slip));
    assertEquals(List.of(slip.number()), tasks());
  }

  @Test
  void whatTheRegistryHasIsNotCarried() throws SQLException {
    IssuedSlip slip = at.counter.aReadyLink(FOUND);
    at.sender.drain();
    assertEquals(List.of(), nights(1, 9));
    assertEquals(0, day(slip));
  }

  /** However long custody is: carried as far as the seventh day, and never to a key that lives beyond it. */
  @Test
  void noKeyThatOpensItLivesLongerThanTheSeventhDay() throws Exception {
    for (int days = 1; days <= 6; days++) {
      at.close();
      open(days, Files.createDirectory(directory.resolve("custody-" + days)));
      IssuedSlip slip = at.counter.aReadyLink(FOUND);
      for (int night = 1; night <= 7; night++) {
        nights(night, night);
        assertTrue(holds(slip) && day(slip) + days <= 7, days + " days of custody, night " + night);
      }
      assertEquals(1, at.sender.drain());
      assertInstanceOf(Transfer.Sent.class, at.transfer(slip).orElseThrow());
    }
  }

  /** What happens to our links in these nights after the issue; each ends with the destruction of keys that are due. */
  private List<Outcome> nights(int first, int last) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int night = first; night <= last; night++) {
      at.counter.now = issued.plus(Duration.ofDays(night));
      LocalDate today = LocalDate.ofInstant(at.counter.now, ZoneOffset.UTC);
      List<LinkId> due = at.counter.in(() -> carryOwed.due(today));
      due.forEach(link -> outcomes.add(at.counter.in(() -> carryOwed.carry(link, today))));
      at.counter.keys.destroy(KeyName.day(today.minusDays(custodyDays + 1)));
    }
    return outcomes;
  }

  /** Whether the pharmacy can open it. */
  private boolean holds(IssuedSlip slip) {
    return at.counter.in(() -> at.counter.worklist.find(at.counter.pharmacist, slip.number())).orElseThrow()
        .dossier()
        .isPresent();
  }

  /** Of custody, counted from the issue. */
  private long day(IssuedSlip slip) {
    LocalDate first = LocalDate.ofInstant(issued, ZoneOffset.UTC);
    LocalDate day =
        at.counter.in(() -> at.counter.links.lock(slip.token().linkId()).orElseThrow().custodyDay().orElse(first));
    return ChronoUnit.DAYS.between(first, day);
  }

  private List<SlipNumber> tasks() {
    return at.counter.in(() -> at.counter.worklist.untransferred(at.counter.pharmacist)).stream()
        .map(Worklist.Row::slip)
        .toList();
  }
}
