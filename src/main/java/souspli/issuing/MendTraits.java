package souspli.issuing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import souspli.links.InCustody;
import souspli.links.Link;
import souspli.links.Links;
import souspli.registry.Outbox;
import souspli.result.Dossier;
import souspli.result.Traits;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Act;
import souspli.staff.Acting;

/**
 * Mends what was written down wrong of a person, and tells the registry, which may have refused it or believed it. The
 * date of birth opens the slip: whoever mends that makes a new slip.
 */
@Dependent
public class MendTraits {
  private final Links links;
  private final OwnSlips slips;
  private final Outbox outbox;

  @Inject
  public MendTraits(Links links, OwnSlips slips, Outbox outbox) {
    this.links = links;
    this.slips = slips;
    this.outbox = outbox;
  }

  /** What came of it. */
  public sealed interface Answer permits Mended, ANewSlipIsNeeded, Refusal {}

  /** @param sentAgain whether the registry had refused it, or believed what was wrong: it goes with the next ones */
  public record Mended(boolean sentAgain) implements Answer {}

  /** Another date of birth: the slip would not open any more. */
  public record ANewSlipIsNeeded() implements Answer {}

  @Transactional
  public Answer mend(Acting acting, SlipNumber slip, Traits right) {
    acting.require(Act.ENTER_RESULT);
    return switch (slips.reach(acting, slip)) {
      case OwnSlips.Reach.Beyond(Refusal why) -> why;
      case OwnSlips.Reach.Within(Link link, InCustody custody) -> mend(link, custody, right);
    };
  }

  private Answer mend(Link link, InCustody custody, Traits right) {
    Dossier was = custody.dossier();
    if (!was.traits().dateOfBirth().equals(right.dateOfBirth())) {
      return new ANewSlipIsNeeded();
    }
    if (was.traits().equals(right)) {
      return new Mended(links.sql(db -> outbox.again(db, link.id())));
    }
    link.traitsMended(custody.seal(new Dossier(right, was.sample())));
    return new Mended(links.sql(db -> outbox.tellAnew(db, link.id(), link.revision())));
  }
}
