package souspli.issuing;

import jakarta.inject.Inject;
import jakarta.enterprise.context.Dependent;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import souspli.links.EndLink;
import souspli.links.Link;
import souspli.links.LinkState;
import souspli.links.Links;
import souspli.links.WithdrawGrounds;
import souspli.links.WithdrawReason;
import souspli.registry.Outbox;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Act;
import souspli.staff.Acting;

/** Takes a result back because it, or the person, was wrong. Needs no custody: it opens nothing. */
@Dependent
public class WithdrawLink {
  private final Links links;
  private final EndLink endLink;
  private final Outbox outbox;
  private final InstantSource clock;

  @Inject
  public WithdrawLink(Links links, EndLink endLink, Outbox outbox, InstantSource clock) {
    this.links = links;
    this.endLink = endLink;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Answer permits Withdrawn, Refusal {}

  /** From now on the holder is told so, and whom to call. */
  public record Withdrawn() implements Answer {}

  /**
   * @param grounds for the pharmacy alone; software may not know any
   */
  @Transactional
  public Answer withdraw(Acting acting, SlipNumber slip, Optional<WithdrawGrounds> grounds) {
    acting.require(Act.WITHDRAW);
    Instant now = clock.instant();
    Optional<Link> own = links.lock(slip, acting.pharmacyId());
    if (own.isEmpty()) {
      return new Refusal.UnknownSlip();
    }
    Link link = own.get();
    if (link.state() == LinkState.WITHDRAWN) {
      return new Refusal.AlreadyWithdrawn(link.reason().orElseThrow());
    }
    links.sql(connection -> outbox.oweWithdrawal(connection, link.id()));
    endLink.end(link, WithdrawReason.PHARMACY, grounds, acting.member().value(), now);
    return new Withdrawn();
  }
}
