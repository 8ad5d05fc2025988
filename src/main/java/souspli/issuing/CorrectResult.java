package souspli.issuing;

import jakarta.inject.Inject;
import jakarta.enterprise.context.Dependent;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import souspli.accesslog.EventKind;
import souspli.links.InCustody;
import souspli.links.Link;
import souspli.links.LinkState;
import souspli.links.Links;
import souspli.registry.Outbox;
import souspli.result.Outcome;
import souspli.result.TestResult;
import souspli.result.TestResult.CorrectionReason;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Act;
import souspli.staff.Acting;

/**
 * Replaces a wrong result. The holder is shown that it was corrected, when, and what it had been. What was sealed
 * before stays as it is.
 */
@Dependent
public class CorrectResult {
  private final Links links;
  private final OwnSlips slips;
  private final Outbox outbox;
  private final InstantSource clock;

  @Inject
  public CorrectResult(Links links, OwnSlips slips, Outbox outbox, InstantSource clock) {
    this.links = links;
    this.slips = slips;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Answer permits Corrected, SameOutcome, EnterResult.NotOfThisTest, Refusal {}

  /**
   * @param before what was shown until now
   * @param now what is shown from now on
   */
  public record Corrected(TestResult before, TestResult now) implements Answer {}

  /** It says so already: nothing was written. */
  public record SameOutcome() implements Answer {}

  @Transactional
  public Answer correct(Acting acting, SlipNumber slip, Outcome outcome, CorrectionReason reason) {
    acting.require(Act.CORRECT);
    Instant now = clock.instant();
    return switch (slips.reach(acting, slip)) {
      case OwnSlips.Reach.Beyond(Refusal why) -> why;
      case OwnSlips.Reach.Within(Link link, _) when link.state() == LinkState.PENDING -> new Refusal.NoResultYet();
      case OwnSlips.Reach.Within(Link link, InCustody custody) -> correct(acting, link, custody, outcome, reason, now);
    };
  }

  private Answer correct(
      Acting acting, Link link, InCustody custody, Outcome outcome, CorrectionReason reason, Instant now) {
    TestResult before = custody.open(links.current(link));
    if (before.outcome().equals(outcome)) {
      return new SameOutcome();
    }
    if (!before.sample().kind().accepts(outcome)) {
      return new EnterResult.NotOfThisTest();
    }
    TestResult after = before.corrected(outcome, reason, now, slips.issuer(acting));
    links.add(custody.seal(link.resultCorrected(), after));
    links.note(link, now, EventKind.CORRECTED, acting.member().value());
    links.sql(connection -> outbox.owe(connection, link.id(), link.revision()));
    return new Corrected(before, after);
  }
}
