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
import souspli.result.TestResult;
import souspli.result.Traits;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Act;
import souspli.staff.Acting;
import souspli.trail.About;
import souspli.trail.Trail;
import souspli.trail.TrailKind;

/** Shows an outcome to the pharmacy, in custody only. The holder sees that somebody looked, and when. */
@Dependent
public class LookAtResult {
  private final Links links;
  private final OwnSlips slips;
  private final Trail trail;
  private final InstantSource clock;

  @Inject
  public LookAtResult(Links links, OwnSlips slips, Trail trail, InstantSource clock) {
    this.links = links;
    this.slips = slips;
    this.trail = trail;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Answer permits Looked, Refusal {}

  public record Looked(Traits traits, TestResult result) implements Answer {}

  @Transactional
  public Answer look(Acting acting, SlipNumber slip) {
    acting.require(Act.LOOK_AT_RESULT);
    Instant now = clock.instant();
    return switch (slips.reach(acting, slip)) {
      case OwnSlips.Reach.Beyond(Refusal why) -> why;
      case OwnSlips.Reach.Within(Link link, _) when link.state() == LinkState.PENDING -> new Refusal.NoResultYet();
      case OwnSlips.Reach.Within(Link link, InCustody custody) -> {
        TestResult result = custody.open(links.current(link));
        links.note(link, now, EventKind.READ_BY_PHARMACY, acting.member().value());
        trail.note(acting, TrailKind.LOOKED_AT_RESULT, About.slip(slip));
        yield new Looked(custody.dossier().traits(), result);
      }
    };
  }
}
