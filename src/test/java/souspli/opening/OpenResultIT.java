package souspli.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static souspli.fixtures.ACounter.BORN;
import static souspli.fixtures.ACounter.FOUND;
import static souspli.fixtures.ACounter.NOT_FOUND;
import static souspli.opening.AnOpening.WRONG;
import static souspli.opening.AnOpening.typed;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.accesslog.EventKind;
import souspli.fixtures.ACounter;
import souspli.result.TestResult.CorrectionReason;
import souspli.sealedlink.BrokenSeal;
import souspli.sealedlink.DateOfBirth;
import souspli.sealedlink.Token;

/** The steps of <i>Open</i> on the real database; each test's number is its step's. */
class OpenResultIT {
  private static final Opening THE_ONE_ANSWER = new Opening.WrongDetails();

  @TempDir private Path directory;
  private ACounter counter;
  private AnOpening patient;

  @BeforeEach
  void open() {
    counter = new ACounter(directory);
    patient = new AnOpening(counter);
  }

  @Test
  void step1AMistakeOfFormIsNoTry() {
    Token token = counter.aReadyLink(FOUND).token();
    assertEquals(
        new Opening.BadForm(List.of(Fault.NO_SUCH_DATE)),
        patient.open(new Typed(token.text(), "30", "2", "1952", Locale.FRENCH)));
    assertEquals(
        new Opening.BadForm(List.of(Fault.YEAR_DIGITS, Fault.CODE_MISTYPED)),
        patient.open(new Typed(token.text().substring(1), "27", "3", "52", Locale.FRENCH)));
    assertEquals(0, patient.used(token));
    assertEquals(0, patient.atTheGate());
  }

  @Test
  void step2AWrongTryIsCountedAtLinkAndGate() {
    Token token = counter.aReadyLink(FOUND).token();
    assertEquals(THE_ONE_ANSWER, patient.open(token, WRONG));
    assertEquals(1, patient.used(token));
    assertEquals(1, patient.atTheGate());
    assertEquals(THE_ONE_ANSWER, patient.open(Token.fresh(counter.random), BORN));
    assertEquals(2, patient.atTheGate());
  }

  @Test
  void step2TheGateRefusesAndThenNothingIsCounted() {
    Token token = counter.aReadyLink(FOUND).token();
    counter.tamper("UPDATE gate SET tat = ?", (counter.now.getEpochSecond() + 1200) * 1_000_000);
    assertEquals(new Opening.TryLater(), patient.open(token, BORN));
    patient.address = "2001:db8::1";
    assertEquals(new Opening.TryLater(), patient.open(token, WRONG));
    assertEquals(0, patient.used(token));
  }

  @Test
  void step3ExpiredIsUnknownTwelveHoursAfterItsLastDay() {
    Token token = counter.aReadyLink(FOUND).token();
    counter.tamper("UPDATE link SET expires_on = '2026-11-23'");
    counter.now = Instant.parse("2026-11-24T11:59:59Z");
    assertInstanceOf(Opening.Shown.class, patient.open(token, BORN));
    counter.now = Instant.parse("2026-11-24T12:00:00Z");
    assertEquals(THE_ONE_ANSWER, patient.open(token, BORN));
  }

  @Test
  void step4ALockedLinkIsNeverCompared() {
    Token token = counter.aReadyLink(FOUND).token();
    for (int i = 0; i < 5; i++) {
      assertEquals(THE_ONE_ANSWER, patient.open(token, WRONG));
    }
    assertEquals(THE_ONE_ANSWER, patient.open(token, BORN));
    assertEquals(5, patient.used(token));
  }

  @Test
  void step4SixtyOneAtOnceCompareFiveWrongOnesAtMost() throws Exception {
    Token token = counter.aReadyLink(FOUND).token();
    List<Callable<Opening>> posts = new ArrayList<>();
    posts.add(() -> patient.open(token, BORN));
    for (int day = 1; day <= 60; day++) {
      DateOfBirth wrong = DateOfBirth.of("1960-%02d-%02d".formatted(1 + day / 28, 1 + day % 28));
      posts.add(() -> patient.open(token, wrong));
    }
    Collections.shuffle(posts);
    try (ExecutorService crowd = Executors.newFixedThreadPool(61)) {
      int shown = 0;
      for (Future<Opening> answer : crowd.invokeAll(posts)) {
        shown += answer.get() instanceof Opening.Shown ? 1 : 0;
      }
      assertEquals(5, patient.used(token), "each wrong one that was compared has paid, and no more than five could");
      assertEquals(shown, opened(token));
      assertEquals(THE_ONE_ANSWER, patient.open(token, BORN), "closed after");
    }
  }

  @Test
  void step4TheTruthGivesTheTryBackAndIsNoEvent() {
    Token pending = counter.anIssuedLink().token();
    assertEquals(THE_ONE_ANSWER, patient.open(pending, WRONG));
    assertInstanceOf(Opening.NotReadyYet.class, patient.open(pending, BORN));
    assertEquals(1, patient.used(pending));
    assertEquals(1, patient.atTheGate());
    assertEquals(List.of(EventKind.ISSUED), kinds(pending));
  }

  @Test
  void step4WithdrawnSaysByWhomAndOnlyToTheHolder() {
    var slip = counter.aReadyLink(FOUND);
    counter.in(() -> counter.withdrawLink.withdraw(counter.pharmacist, slip.number(), Optional.empty()));
    assertEquals(THE_ONE_ANSWER, patient.open(slip.token(), WRONG));
    Opening.WithdrawnByPharmacy answer =
        assertInstanceOf(Opening.WithdrawnByPharmacy.class, patient.open(slip.token(), BORN));
    assertEquals(new Opening.ToCall("Pharmacie de la Gare", "01 23 45 67 89"), answer.pharmacy());
  }

  @Test
  void step4TheWithdrawnFileOutlivesARestoredBackup() {
    Token token = counter.aReadyLink(FOUND).token();
    LocalDate today = LocalDate.ofInstant(counter.now, ZoneOffset.UTC);
    counter.withdrawn.append(token.linkId(), today, 4, counter.now);
    assertInstanceOf(Opening.Replaced.class, patient.open(token, BORN));
    assertEquals(THE_ONE_ANSWER, patient.open(token, WRONG));
  }

  @Test
  void step5AnOpeningGivesBackAndIsWrittenDown() {
    Token token = counter.aReadyLink(FOUND).token();
    assertEquals(THE_ONE_ANSWER, patient.open(token, WRONG));
    Opening.Shown shown = assertInstanceOf(Opening.Shown.class, patient.open(token, BORN));
    assertEquals(1, patient.used(token));
    assertEquals(1, patient.atTheGate());
    assertEquals(1, shown.openings());
    assertEquals(1, shown.tries().used());
    assertEquals(EventKind.OPENED, shown.lastEvents().getFirst().kind());
    assertEquals(List.of(EventKind.OPENED, EventKind.RESULT, EventKind.ISSUED), kinds(token));
    for (int i = 0; i < 12; i++) {
      shown = assertInstanceOf(Opening.Shown.class, patient.open(token, BORN));
    }
    assertEquals(13, shown.openings());
    assertEquals(10, shown.lastEvents().size());
  }

  @Test
  void step6ShowsTheLatestRevision() {
    var slip = counter.aReadyLink(NOT_FOUND);
    assertEquals(NOT_FOUND, ((Opening.Shown) patient.open(slip.token(), BORN)).result().outcome());
    counter.in(
        () -> counter.correctResult.correct(counter.pharmacist, slip.number(), FOUND, CorrectionReason.READ_WRONG));
    Opening.Shown shown = assertInstanceOf(Opening.Shown.class, patient.open(slip.token(), BORN));
    assertEquals(FOUND, shown.result().outcome());
    assertEquals(NOT_FOUND, shown.result().correction().orElseThrow().replaced());
  }

  @Test
  void step6ARowPutBackIsNotShown() {
    var slip = counter.aReadyLink(NOT_FOUND);
    counter.in(
        () -> counter.correctResult.correct(counter.pharmacist, slip.number(), FOUND, CorrectionReason.READ_WRONG));
    counter.tamper("UPDATE link SET revision = 1");
    assertThrows(IllegalStateException.class, () -> patient.open(slip.token(), BORN));
  }

  @Test
  void step6ABrokenSealShowsNothing() {
    Token token = counter.aReadyLink(FOUND).token();
    counter.tamper("UPDATE link SET holder_wrap = REVERSE(holder_wrap)");
    assertThrows(BrokenSeal.class, () -> patient.open(token, BORN));
  }

  @Test
  void aDateWithAnUnknownDayHasThreeTries() {
    DateOfBirth partial = DateOfBirth.of("1952-03-00");
    Token token = counter.issue(counter.aNewSlip(partial)).token();
    assertInstanceOf(
        Opening.NotReadyYet.class, patient.open(new Typed(token.text(), "", "mars", "1952", Locale.FRENCH)));
    for (int i = 0; i < 3; i++) {
      assertEquals(THE_ONE_ANSWER, patient.open(token, BORN));
    }
    assertEquals(THE_ONE_ANSWER, patient.open(typed(token, partial)));
  }

  @Test
  void erasedByWhoeverCouldSeeIt() {
    Token token = counter.aReadyLink(FOUND).token();
    assertEquals(THE_ONE_ANSWER, patient.erase(token, WRONG));
    assertInstanceOf(Opening.Shown.class, patient.open(token, BORN));
    assertInstanceOf(Opening.Erased.class, patient.erase(token, BORN));
    assertInstanceOf(Opening.Erased.class, patient.open(token, BORN));
    assertEquals(EventKind.WITHDRAWN, kinds(token).getFirst());
    Token pending = counter.anIssuedLink().token();
    assertInstanceOf(Opening.NotReadyYet.class, patient.erase(pending, BORN));
    assertFalse(kinds(pending).contains(EventKind.WITHDRAWN));
  }

  private long opened(Token token) {
    return kinds(token).stream().filter(kind -> kind == EventKind.OPENED).count();
  }

  private List<EventKind> kinds(Token token) {
    return counter.sql(db -> counter.events.told(db, token.linkId()).lastTen()).stream().map(e -> e.kind()).toList();
  }
}
