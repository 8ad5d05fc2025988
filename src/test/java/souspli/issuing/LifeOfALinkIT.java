package souspli.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static souspli.fixtures.ACounter.BORN;
import static souspli.fixtures.ACounter.FOUND;
import static souspli.fixtures.ACounter.NOT_FOUND;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.accesslog.Event;
import souspli.accesslog.EventKind;
import souspli.fixtures.ACounter;
import souspli.links.LinkState;
import souspli.links.SealedLink;
import souspli.links.WithdrawReason;
import souspli.result.TestResult;
import souspli.result.TestResult.CorrectionReason;
import souspli.sealedlink.DateOfBirth;
import souspli.sealedlink.SlipNumber;
import souspli.sealedlink.Token;
import souspli.worklist.Worklist;

/** One slip from the counter to its end, as its rows, its holder and its pharmacy see it. */
class LifeOfALinkIT {
  @TempDir private Path directory;
  private ACounter counter;

  @BeforeEach
  void open() {
    counter = new ACounter(directory);
  }

  @Test
  void issuedEnteredCorrectedReissuedWithdrawn() {
    IssuedSlip slip = counter.anIssuedLink();
    assertEquals(LinkState.PENDING, row(slip.token()).state());
    assertEquals("2027-02-22", slip.readableUntil().toString());
    assertEquals("2026-11-24T10:35:00Z", slip.readyAt().toString());

    counter.now = slip.readyAt();
    assertInstanceOf(EnterResult.Entered.class, enter(slip.number(), false));
    TestResult first = counter.open(slip.token(), BORN).orElseThrow();
    assertEquals(NOT_FOUND, first.outcome());
    assertEquals("Pharmacie de la Gare", first.issuer().pharmacy());
    assertEquals("Claire Morel", first.issuer().professional());
    assertTrue(counter.open(slip.token(), DateOfBirth.of("1952-03-28")).isEmpty());

    counter.now = counter.now.plus(Duration.ofMinutes(5));
    CorrectResult.Corrected corrected = assertInstanceOf(CorrectResult.Corrected.class, correct(slip.number()));
    assertEquals(NOT_FOUND, corrected.before().outcome());
    TestResult second = counter.open(slip.token(), BORN).orElseThrow();
    assertEquals(FOUND, second.outcome());
    assertEquals(NOT_FOUND, second.correction().orElseThrow().replaced());

    ReissueLink.Reissued reissued =
        assertInstanceOf(ReissueLink.Reissued.class, reissue(slip.number(), Optional.empty()));
    assertEquals(0, reissued.oldOpened());
    Token token = reissued.slip().token();
    assertNotEquals(slip.number(), reissued.slip().number());
    assertEquals(second, counter.open(token, BORN).orElseThrow());
    assertEquals(2, row(token).revision());
    assertEquals(Optional.of(WithdrawReason.REPLACED), row(slip.token()).reason());
    assertTrue(counter.open(slip.token(), BORN).isEmpty());
    int highest = counter.sql(c -> counter.events.told(c, token.linkId()).highestRevision());
    assertEquals(2, highest);

    assertInstanceOf(
        WithdrawLink.Withdrawn.class,
        counter.in(
            () -> counter.withdrawLink.withdraw(counter.pharmacist, reissued.slip().number(), Optional.empty())));
    assertEquals(Optional.of(WithdrawReason.PHARMACY), row(token).reason());
    assertTrue(counter.open(token, BORN).isEmpty());

    assertEquals(
        List.of(EventKind.REPLACED, EventKind.CORRECTED, EventKind.RESULT, EventKind.ISSUED), kinds(slip.token()));
    assertEquals(List.of(EventKind.WITHDRAWN, EventKind.ISSUED), kinds(token));
    assertEquals(
        WithdrawReason.REPLACED.code(), counter.withdrawn.find(slip.token().linkId()).orElseThrow().reason());
    assertEquals(WithdrawReason.PHARMACY.code(), counter.withdrawn.find(token.linkId()).orElseThrow().reason());
  }

  @Test
  void beforeItsTimeAResultNeedsAReason() {
    IssuedSlip slip = counter.anIssuedLink();
    EnterResult.TooEarly early = assertInstanceOf(EnterResult.TooEarly.class, enter(slip.number(), true));
    assertEquals(Duration.ofSeconds(14 * 60 + 30), early.remaining());
    assertEquals(LinkState.PENDING, row(slip.token()).state());
    assertInstanceOf(
        EnterResult.Entered.class,
        counter.in(
            () ->
                counter.enterResult.enter(
                    counter.pharmacist, slip.number(), FOUND, Optional.of(TestResult.EarlyReason.LINES_CLEAR))));
    assertEquals(
        Optional.of(TestResult.EarlyReason.LINES_CLEAR), counter.open(slip.token(), BORN).orElseThrow().early());
  }

  @Test
  void theSameOutcomeAgainChangesNothingAndAnotherIsACorrection() {
    IssuedSlip slip = counter.aReadyLink(FOUND);
    assertInstanceOf(EnterResult.Unchanged.class, enter(slip.number(), true));
    assertInstanceOf(EnterResult.AnotherStands.class, enter(slip.number(), false));
    assertInstanceOf(CorrectResult.SameOutcome.class, correct(slip.number()));
    assertEquals(1, row(slip.token()).revision());
    assertEquals(List.of(EventKind.RESULT, EventKind.ISSUED), kinds(slip.token()));
  }

  @Test
  void aWrongDateOfBirthIsMendedByANewSlip() {
    IssuedSlip slip = counter.aReadyLink(FOUND);
    DateOfBirth right = DateOfBirth.of("1952-00-00");
    IssuedSlip anew =
        assertInstanceOf(ReissueLink.Reissued.class, reissue(slip.number(), Optional.of(right))).slip();
    assertTrue(counter.open(anew.token(), BORN).isEmpty());
    assertEquals(FOUND, counter.open(anew.token(), right).orElseThrow().outcome());
    Worklist.Row row = counter.in(() -> counter.worklist.find(counter.pharmacist, anew.number())).orElseThrow();
    assertEquals(right, row.dossier().orElseThrow().traits().dateOfBirth());
    assertEquals(3, row.tries().allowed());
  }

  @Test
  void aPendingSlipIsReissuedAndItsResultFollows() {
    IssuedSlip slip = counter.anIssuedLink();
    IssuedSlip anew =
        assertInstanceOf(ReissueLink.Reissued.class, reissue(slip.number(), Optional.empty())).slip();
    counter.now = slip.readyAt();
    assertInstanceOf(Refusal.AlreadyWithdrawn.class, enter(slip.number(), true));
    assertInstanceOf(EnterResult.Entered.class, enter(anew.number(), true));
    assertEquals(FOUND, counter.open(anew.token(), BORN).orElseThrow().outcome());
  }

  @Test
  void aLookIsAnEventOfWhoLooked() {
    IssuedSlip slip = counter.aReadyLink(FOUND);
    LookAtResult.Looked looked =
        assertInstanceOf(
            LookAtResult.Looked.class,
            counter.in(() -> counter.lookAtResult.look(counter.pharmacist, slip.number())));
    assertEquals(FOUND, looked.result().outcome());
    Event last = events(slip.token()).getFirst();
    assertEquals(EventKind.READ_BY_PHARMACY, last.kind());
    assertEquals(counter.pharmacist.member().value(), last.actor());
    assertEquals(2, last.seq());
    assertEquals(counter.now, last.at());
  }

  @Test
  void triesAreGrantedOnce() {
    IssuedSlip slip = counter.anIssuedLink();
    counter.tamper("UPDATE tries SET used = 5");
    assertEquals(new GrantTries.Granted(5, 10), grant(slip.number()));
    assertEquals(new GrantTries.GrantedBefore(), grant(slip.number()));
    IssuedSlip partial = counter.issue(counter.aNewSlip(DateOfBirth.of("1952-03-00")));
    assertEquals(new GrantTries.Granted(0, 6), grant(partial.number()));
    assertEquals(new GrantTries.GrantedBefore(), grant(partial.number()));
    assertEquals(List.of(EventKind.TRIES_GRANTED, EventKind.ISSUED), kinds(slip.token()));
  }

  @Test
  void theHolderErasesOnce() {
    IssuedSlip slip = counter.aReadyLink(FOUND);
    assertTrue(counter.in(() -> counter.eraseLink.erase(slip.token().linkId())));
    assertEquals(Optional.of(WithdrawReason.ERASED), row(slip.token()).reason());
    assertEquals(0, events(slip.token()).getFirst().actor());
    assertEquals(false, counter.in(() -> counter.eraseLink.erase(slip.token().linkId())));
  }

  @Test
  void afterCustodyOnlyTheHolderOpensIt() {
    IssuedSlip slip = counter.aReadyLink(FOUND);
    counter.keys.destroy(new souspli.keys.KeyName("day-2026-11-24"));
    assertEquals(FOUND, counter.open(slip.token(), BORN).orElseThrow().outcome());
    assertInstanceOf(Refusal.CustodyEnded.class, correct(slip.number()));
    assertInstanceOf(Refusal.CustodyEnded.class, reissue(slip.number(), Optional.empty()));
    Worklist.Row row = counter.in(() -> counter.worklist.find(counter.pharmacist, slip.number())).orElseThrow();
    assertTrue(row.dossier().isEmpty());
    assertInstanceOf(GrantTries.Granted.class, grant(slip.number()));
    assertInstanceOf(
        WithdrawLink.Withdrawn.class,
        counter.in(() -> counter.withdrawLink.withdraw(counter.pharmacist, slip.number(), Optional.empty())));
  }

  @Test
  void withoutTodaysKeysNothingIsIssued() {
    IssuedSlip slip = counter.anIssuedLink();
    counter.now = counter.now.plus(Duration.ofDays(40));
    NewSlip wanted = counter.aNewSlip(BORN);
    assertInstanceOf(
        IssueLink.Answer.NoKeysToday.class, counter.in(() -> counter.issueLink.issue(counter.pharmacist, wanted)));
    assertInstanceOf(ReissueLink.NoKeysToday.class, reissue(slip.number(), Optional.empty()));
    assertEquals(LinkState.PENDING, row(slip.token()).state());
    counter.now = counter.now.minus(Duration.ofDays(40));
    assertInstanceOf(
        IssueLink.Answer.Issued.class, counter.in(() -> counter.issueLink.issue(counter.pharmacist, wanted)));
  }

  private EnterResult.Answer enter(SlipNumber slip, boolean found) {
    return counter.in(
        () ->
            counter.enterResult.enter(counter.pharmacist, slip, found ? FOUND : NOT_FOUND, Optional.empty()));
  }

  private CorrectResult.Answer correct(SlipNumber slip) {
    return counter.in(
        () -> counter.correctResult.correct(counter.pharmacist, slip, FOUND, CorrectionReason.READ_WRONG));
  }

  private ReissueLink.Answer reissue(SlipNumber slip, Optional<DateOfBirth> born) {
    return counter.in(() -> counter.reissueLink.reissue(counter.pharmacist, slip, born));
  }

  private GrantTries.Answer grant(SlipNumber slip) {
    return counter.in(() -> counter.grantTries.grant(counter.pharmacist, slip));
  }

  private SealedLink row(Token token) {
    return counter.sql(c -> counter.sealedLinks.find(c, token.linkId())).orElseThrow();
  }

  private List<Event> events(Token token) {
    return counter.sql(c -> counter.events.told(c, token.linkId()).lastTen());
  }

  private List<EventKind> kinds(Token token) {
    return events(token).stream().map(Event::kind).toList();
  }
}
