package souspli.issuing;

import jakarta.inject.Inject;
import jakarta.enterprise.context.Dependent;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import souspli.accesslog.EventKind;
import souspli.links.InCustody;
import souspli.links.Link;
import souspli.links.LinkState;
import souspli.links.Links;
import souspli.registry.Outbox;
import souspli.result.Outcome;
import souspli.result.Sample;
import souspli.result.TestResult;
import souspli.result.TestResult.EarlyReason;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Act;
import souspli.staff.Acting;

/** Puts the first result into a link: from then on it opens. */
@Dependent
public class EnterResult {
  private final Links links;
  private final OwnSlips slips;
  private final Outbox outbox;
  private final InstantSource clock;

  @Inject
  public EnterResult(Links links, OwnSlips slips, Outbox outbox, InstantSource clock) {
    this.links = links;
    this.slips = slips;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Answer permits Entered, Unchanged, AnotherStands, TooEarly, NotOfThisTest, Refusal {}

  public record Entered() implements Answer {}

  /** The same had been entered before: nothing was written. */
  public record Unchanged() implements Answer {}

  /** Another outcome stands: that is a correction, with its reason and its trace. */
  public record AnotherStands() implements Answer {}

  /** The kit is not to be read for so long; with a reason it can be. */
  public record TooEarly(Duration remaining) implements Answer {}

  /** Its analytes are others. */
  public record NotOfThisTest() implements Answer, CorrectResult.Answer {}

  @Transactional
  public Answer enter(Acting acting, SlipNumber slip, Outcome outcome, Optional<EarlyReason> early) {
    acting.require(Act.ENTER_RESULT);
    Instant now = clock.instant();
    return switch (slips.reach(acting, slip)) {
      case OwnSlips.Reach.Beyond(Refusal why) -> why;
      case OwnSlips.Reach.Within(Link link, InCustody custody) -> enter(acting, link, custody, outcome, early, now);
    };
  }

  private Answer enter(
      Acting acting, Link link, InCustody custody, Outcome outcome, Optional<EarlyReason> early, Instant now) {
    if (link.state() == LinkState.READY) {
      return custody.open(links.current(link)).outcome().equals(outcome) ? new Unchanged() : new AnotherStands();
    }
    Sample sample = custody.dossier().sample();
    if (!sample.kind().accepts(outcome)) {
      return new NotOfThisTest();
    }
    if (now.isBefore(sample.readyAt()) && early.isEmpty()) {
      return new TooEarly(Duration.between(now, sample.readyAt()));
    }
    TestResult result = TestResult.of(sample, outcome, early, slips.issuer(acting));
    links.add(custody.seal(link.resultCame(), result));
    links.note(link, now, EventKind.RESULT, acting.member().value());
    links.sql(connection -> outbox.owe(connection, link.id(), link.revision()));
    return new Entered();
  }
}
