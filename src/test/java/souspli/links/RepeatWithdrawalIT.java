package souspli.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static souspli.fixtures.ACounter.BORN;
import static souspli.fixtures.ACounter.FOUND;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.accesslog.Event;
import souspli.accesslog.EventKind;
import souspli.accesslog.Events;
import souspli.fixtures.ACounter;
import souspli.issuing.IssuedSlip;
import souspli.issuing.ReissueLink;

/** The withdrawn file knows of a withdrawal that the database has lost. */
class RepeatWithdrawalIT {
  @TempDir private Path directory;
  private ACounter counter;
  private IssuedSlip slip;

  @BeforeEach
  void aReadyLink() {
    counter = new ACounter(directory);
    slip = counter.aReadyLink(FOUND);
  }

  @Test
  void aLostWithdrawalIsRepeatedOnce() {
    write(WithdrawReason.SUPPORT);
    assertTrue(repeat());
    assertTrue(counter.open(slip.token(), BORN).isEmpty());
    SealedLink row = counter.sql(c -> counter.sealedLinks.find(c, slip.token().linkId())).orElseThrow();
    assertEquals(Optional.of(WithdrawReason.SUPPORT), row.reason());
    assertTrue(counter.sql(c -> counter.sealedLinks.result(c, row.id(), 1)).isEmpty());
    Event last = counter.sql(c -> counter.events.told(c, row.id()).lastTen()).getFirst();
    assertEquals(EventKind.WITHDRAWN, last.kind());
    assertEquals(Events.PORTAL, last.actor());
    assertFalse(repeat());
  }

  @Test
  void aReissueThatWasNeverCommittedLosesNoResult() {
    write(WithdrawReason.REPLACED);
    assertFalse(repeat());
    ReissueLink.Reissued anew =
        assertInstanceOf(
            ReissueLink.Reissued.class,
            counter.in(
                () -> counter.reissueLink.reissue(counter.pharmacist, slip.number(), Optional.empty())));
    assertEquals(FOUND, counter.open(anew.slip().token(), BORN).orElseThrow().outcome());
  }

  @Test
  void whatIsNotInTheDatabaseAnyMoreNeedsNothing() {
    write(WithdrawReason.PHARMACY);
    counter.tamper("DELETE FROM link");
    assertFalse(repeat());
  }

  private void write(WithdrawReason why) {
    counter.withdrawn.append(slip.token().linkId(), slip.readableUntil(), why.code(), counter.now);
  }

  private boolean repeat() {
    RepeatWithdrawal repeatWithdrawal =
        new RepeatWithdrawal(counter.links, new EndLink(counter.links, counter.withdrawn));
    return counter.withdrawn.all().stream()
        .map(line -> counter.in(() -> repeatWithdrawal.repeat(line)))
        .reduce(false, Boolean::logicalOr);
  }
}
