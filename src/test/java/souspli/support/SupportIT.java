package souspli.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static souspli.fixtures.ACounter.BORN;
import static souspli.fixtures.ACounter.FOUND;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.fixtures.ACounter;
import souspli.issuing.IssuedSlip;
import souspli.links.LinkState;
import souspli.links.WithdrawGrounds;
import souspli.links.WithdrawReason;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Acting.NotAllowed;
import souspli.support.WithdrawBySupport.Answer;

class SupportIT {
  private static final WithdrawGrounds PHONE = WithdrawGrounds.PERSON_ASKS;

  @TempDir private Path directory;
  private ACounter counter;

  @BeforeEach
  void open() {
    counter = new ACounter(directory);
  }

  @Test
  void aSlipIsFoundWithoutWhatIsSealed() {
    IssuedSlip slip = counter.aReadyLink(FOUND);
    FindSlip.Found found = find(slip.number()).orElseThrow();
    assertEquals(LinkState.READY, found.state());
    assertEquals("Pharmacie de la Gare", found.pharmacy());
    assertEquals("01 23 45 67 89", found.telephone());
    assertEquals("2026-11-24", found.issuedOn().toString());
    assertEquals(slip.readableUntil(), found.expiresOn());
    assertEquals(0, found.tries().used());
    assertTrue(find(SlipNumber.fresh(counter.random)).isEmpty());
  }

  @Test
  void supportWithdraws() {
    IssuedSlip slip = counter.aReadyLink(FOUND);
    assertEquals(new Answer.Withdrawn(), withdraw(slip.number()));
    assertEquals(Optional.of(WithdrawReason.SUPPORT), find(slip.number()).orElseThrow().reason());
    assertTrue(counter.open(slip.token(), BORN).isEmpty());
    assertEquals(new Answer.AlreadyWithdrawn(WithdrawReason.SUPPORT), withdraw(slip.number()));
    assertEquals(new Answer.NotFound(), withdraw(SlipNumber.fresh(counter.random)));
  }

  @Test
  void anAgentStopsTwentyAnHour() {
    for (int i = 0; i < WithdrawBySupport.MOST; i++) {
      assertEquals(new Answer.Withdrawn(), withdraw(counter.anIssuedLink().number()));
    }
    SlipNumber next = counter.anIssuedLink().number();
    assertEquals(new Answer.TooMany(), withdraw(next));
    assertEquals(LinkState.PENDING, find(next).orElseThrow().state());
    counter.now = counter.now.plus(WithdrawBySupport.WITHIN).plusSeconds(1);
    assertEquals(new Answer.Withdrawn(), withdraw(next));
  }

  @Test
  void aPharmacistIsNoAgent() {
    SlipNumber slip = counter.anIssuedLink().number();
    assertThrows(NotAllowed.class, () -> counter.in(() -> counter.findSlip.find(counter.pharmacist, slip)));
    assertThrows(
        NotAllowed.class, () -> counter.in(() -> counter.withdrawBySupport.withdraw(counter.pharmacist, slip, PHONE)));
    assertInstanceOf(FindSlip.Found.class, find(slip).orElseThrow());
  }

  private Optional<FindSlip.Found> find(SlipNumber slip) {
    return counter.in(() -> counter.findSlip.find(counter.agent, slip));
  }

  private Answer withdraw(SlipNumber slip) {
    return counter.in(() -> counter.withdrawBySupport.withdraw(counter.agent, slip, PHONE));
  }
}
