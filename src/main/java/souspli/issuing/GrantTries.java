package souspli.issuing;

import jakarta.inject.Inject;
import jakarta.enterprise.context.Dependent;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import souspli.accesslog.EventKind;
import souspli.limits.Tries;
import souspli.links.Link;
import souspli.links.LinkState;
import souspli.links.Links;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Act;
import souspli.staff.Acting;

/**
 * As many tries again for a patient who stands at the counter, once in a link's life, in custody or not. Only the
 * pharmacy that issued the slip can tell whether it is the patient; so support cannot.
 */
@Dependent
public class GrantTries {
  private final Links links;
  private final Tries tries;
  private final InstantSource clock;

  @Inject
  public GrantTries(Links links, Tries tries, InstantSource clock) {
    this.links = links;
    this.tries = tries;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Answer permits Granted, GrantedBefore, Refusal {}

  public record Granted(int used, int allowed) implements Answer {}

  /** Once is all there is; a new slip is the way then. */
  public record GrantedBefore() implements Answer {}

  @Transactional
  public Answer grant(Acting acting, SlipNumber slip) {
    acting.require(Act.GRANT_TRIES);
    Instant now = clock.instant();
    Optional<Link> own = links.bySlip(slip, acting.pharmacyId());
    if (own.isEmpty()) {
      return new Refusal.UnknownSlip();
    }
    Link seen = own.get();
    if (seen.state() == LinkState.WITHDRAWN) {
      return new Refusal.AlreadyWithdrawn(seen.reason().orElseThrow());
    }
    // tries before link, as in an opening: whoever locks in one order never waits in a circle
    if (!links.sql(connection -> tries.grant(connection, seen.id()))) {
      return new GrantedBefore();
    }
    Link link = links.lock(seen.id()).orElseThrow();
    links.note(link, now, EventKind.TRIES_GRANTED, acting.member().value());
    Tries.State state = links.sql(connection -> tries.of(connection, link.id()));
    return new Granted(state.used(), state.allowed());
  }
}
