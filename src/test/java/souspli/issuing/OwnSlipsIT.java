package souspli.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static souspli.fixtures.ACounter.BORN;
import static souspli.fixtures.ACounter.FOUND;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.fixtures.ACounter;
import souspli.fixtures.AWorklist;
import souspli.links.LinkState;
import souspli.result.TestResult.CorrectionReason;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Acting.NotAllowed;
import souspli.worklist.SearchSlips;

/** A pharmacy works on its own slips; each form makes one of them. */
class OwnSlipsIT {
  @TempDir private Path directory;
  private ACounter counter;

  @BeforeEach
  void open() {
    counter = new ACounter(directory);
  }

  @Test
  void anotherPharmacysSlipIsAnsweredLikeNone() {
    SlipNumber other = counter.aReadyLink(FOUND).number();
    SlipNumber none = SlipNumber.fresh(counter.random);
    Refusal unknown = new Refusal.UnknownSlip();
    for (SlipNumber slip : List.of(other, none)) {
      assertEquals(unknown, counter.in(() -> counter.withdrawLink.withdraw(counter.stranger, slip, Optional.empty())));
      assertEquals(unknown, counter.in(() -> counter.grantTries.grant(counter.stranger, slip)));
      assertEquals(unknown, counter.in(() -> counter.lookAtResult.look(counter.stranger, slip)));
      assertEquals(unknown, counter.in(() -> counter.reissueLink.reissue(counter.stranger, slip, Optional.empty())));
      assertEquals(
          unknown, counter.in(() -> counter.enterResult.enter(counter.stranger, slip, FOUND, Optional.empty())));
      assertEquals(
          unknown,
          counter.in(() -> counter.correctResult.correct(counter.stranger, slip, FOUND, CorrectionReason.TYPED_WRONG)));
      assertTrue(counter.in(() -> counter.worklist.find(counter.stranger, slip)).isEmpty());
    }
    assertTrue(new AWorklist(counter).today(counter.stranger).isEmpty());
    assertEquals(LinkState.READY, only().state());
  }

  @Test
  void supportWorksAtNoCounter() {
    SlipNumber slip = counter.aReadyLink(FOUND).number();
    NewSlip form = counter.aNewSlip(BORN);
    assertThrows(NotAllowed.class, () -> counter.in(() -> counter.issueLink.issue(counter.agent, form)));
    assertThrows(NotAllowed.class, () -> counter.in(() -> counter.lookAtResult.look(counter.agent, slip)));
    assertThrows(
        NotAllowed.class,
        () -> counter.in(() -> counter.withdrawLink.withdraw(counter.agent, slip, Optional.empty())));
    assertThrows(NotAllowed.class, () -> counter.in(() -> counter.grantTries.grant(counter.agent, slip)));
    assertThrows(NotAllowed.class, () -> new AWorklist(counter).today(counter.agent));
    assertThrows(NotAllowed.class, () -> counter.in(() -> counter.worklist.find(counter.agent, slip)));
  }

  @Test
  void aFormSentAgainIssuesNothing() {
    NewSlip form = counter.aNewSlip(BORN);
    IssuedSlip slip = counter.issue(form);
    assertEquals(
        new IssueLink.Answer.AlreadyIssued(slip.number()),
        counter.in(() -> counter.issueLink.issue(counter.pharmacist, form)));
    assertEquals(1, new AWorklist(counter).today(counter.pharmacist).size());
  }

  @Test
  void aFormSentEightTimesAtOnceIssuesOneSlip() throws Exception {
    NewSlip form = counter.aNewSlip(BORN);
    Callable<IssueLink.Answer> send = () -> counter.in(() -> counter.issueLink.issue(counter.pharmacist, form));
    try (ExecutorService clicks = Executors.newFixedThreadPool(8)) {
      int issued = 0;
      for (Future<IssueLink.Answer> answer : clicks.invokeAll(java.util.Collections.nCopies(8, send))) {
        issued += answer.get() instanceof IssueLink.Answer.Issued ? 1 : 0;
      }
      assertEquals(1, issued);
    }
    assertEquals(1, new AWorklist(counter).today(counter.pharmacist).size());
  }

  @Test
  void theListIsOfTheDayAndNewestFirst() {
    counter.now = Instant.parse("2026-11-24T22:30:00Z"); // half past eleven at the pharmacy
    counter.anIssuedLink();
    counter.now = Instant.parse("2026-11-24T23:10:00Z"); // its next day has begun
    IssuedSlip first = counter.aReadyLink(FOUND);
    counter.now = counter.now.plus(Duration.ofHours(1)); // the next day in UTC, too
    IssuedSlip second = counter.anIssuedLink();
    List<SearchSlips.Hit> rows = new AWorklist(counter).today(counter.pharmacist);
    assertEquals(List.of(second.number(), first.number()), rows.stream().map(SearchSlips.Hit::slip).toList());
    SearchSlips.Hit row = rows.getFirst();
    assertEquals(LinkState.PENDING, row.state());
    assertEquals(counter.now, row.issuedAt());
    assertEquals("Lefèvre", row.dossier().orElseThrow().traits().birthName());
    assertEquals(second.readyAt(), row.dossier().orElseThrow().sample().readyAt());
  }

  @Test
  void aWithdrawnSlipStaysOnTheListWithoutAName() {
    IssuedSlip slip = counter.aReadyLink(FOUND);
    assertInstanceOf(
        WithdrawLink.Withdrawn.class,
        counter.in(() -> counter.withdrawLink.withdraw(counter.pharmacist, slip.number(), Optional.empty())));
    assertTrue(only().dossier().isEmpty());
    assertTrue(only().reason().isPresent());
  }

  private SearchSlips.Hit only() {
    List<SearchSlips.Hit> rows = new AWorklist(counter).today(counter.pharmacist);
    assertEquals(1, rows.size());
    return rows.getFirst();
  }
}
