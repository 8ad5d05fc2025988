package souspli.links;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souspli.accesslog.EventKind;
import souspli.sealedlink.PharmacyId;
import souspli.sealedlink.ReportId;
import souspli.sealedlink.Sealed;
import souspli.sealedlink.SlipNumber;
import souspli.sealedlink.Token;
import souspli.sealedlink.Unlock.Verifier;

class LinkTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-30");

  private final SecureRandom random = new SecureRandom();
  private final ReportId report = ReportId.fresh(random);

  @Test
  void beginsPendingWithTheKeysOfItsDay() {
    Link link = aLink(report);
    assertEquals(LinkState.PENDING, link.state());
    assertEquals(YearMonth.of(2026, 11), link.pepperMonth());
    assertEquals(Optional.of(DAY), link.custodyDay());
    assertEquals(0, link.revision());
    assertEquals(Optional.empty(), link.reason());
  }

  @Test
  void countsItsRevisions() {
    Link link = aLink(report);
    assertThrows(IllegalStateException.class, link::resultCorrected);
    assertEquals(1, link.resultCame());
    assertThrows(IllegalStateException.class, link::resultCame);
    assertEquals(2, link.resultCorrected());
    assertEquals(LinkState.READY, link.state());
  }

  @Test
  void isWithdrawnForGood() {
    Link link = aLink(report);
    link.resultCame();
    link.withdraw(WithdrawReason.ERASED, false);
    assertEquals(Optional.of(WithdrawReason.ERASED), link.reason());
    assertTrue(link.custodyWrap().isEmpty());
    assertTrue(link.traits().isEmpty());
    assertThrows(IllegalStateException.class, () -> link.withdraw(WithdrawReason.PHARMACY, false));
    assertThrows(IllegalStateException.class, link::resultCorrected);
    assertThrows(IllegalStateException.class, () -> aLink(report).takeOver(link));
  }

  @Test
  void takesOverTheSameReportOnly() {
    Link old = aLink(report);
    old.resultCame();
    old.resultCorrected();
    Link link = aLink(report);
    link.takeOver(old);
    assertEquals(LinkState.READY, link.state());
    assertEquals(2, link.revision());
    assertThrows(IllegalStateException.class, () -> link.takeOver(old));
    assertThrows(IllegalStateException.class, () -> aLink(ReportId.fresh(random)).takeOver(old));
  }

  @Test
  void codesNeverChangeTheirMeaning() {
    LinkState[] byCode = {LinkState.of(0), LinkState.of(1), LinkState.of(2)};
    assertArrayEquals(LinkState.values(), byCode);
    for (LinkState state : LinkState.values()) {
      assertEquals(state, LinkState.of(state.code()));
    }
    for (WithdrawReason reason : WithdrawReason.values()) {
      assertEquals(reason, WithdrawReason.of(reason.code()));
      assertEquals(reason.ordinal() + 1, reason.code());
    }
    for (EventKind kind : EventKind.values()) {
      assertEquals(kind, EventKind.of(kind.code()));
      assertEquals(kind.ordinal() + 1, kind.code());
    }
    assertThrows(IllegalArgumentException.class, () -> LinkState.of(3));
    assertThrows(IllegalArgumentException.class, () -> WithdrawReason.of(0));
    assertThrows(IllegalArgumentException.class, () -> EventKind.of(10));
  }

  private Link aLink(ReportId of) {
    Sealed wrap = new Sealed(new byte[60]);
    return new Link(
        Token.fresh(random),
        SlipNumber.fresh(random),
        PharmacyId.fresh(random),
        of,
        DAY,
        DAY.plusDays(90),
        new Link.Seals(Verifier.of(new byte[32]), wrap, wrap, new Sealed(new byte[1052])));
  }
}
