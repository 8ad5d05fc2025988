package souspli.support;

import jakarta.inject.Inject;
import jakarta.enterprise.context.Dependent;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import souspli.accesslog.EventKind;
import souspli.accesslog.Events;
import souspli.links.EndLink;
import souspli.links.Link;
import souspli.links.LinkState;
import souspli.links.Links;
import souspli.links.WithdrawGrounds;
import souspli.links.WithdrawReason;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Act;
import souspli.staff.Acting;

/** Withdraws a slip for somebody on the telephone. Nothing is shown by it; at worst a result must be issued anew. */
@Dependent
public class WithdrawBySupport {
  /** Each agent's withdrawals within {@link #WITHIN}: an agent gone astray stops no more than these. */
  public static final int MOST = 20;

  public static final Duration WITHIN = Duration.ofHours(1);

  private final Links links;
  private final EndLink endLink;
  private final Events events;
  private final InstantSource clock;

  @Inject
  public WithdrawBySupport(Links links, EndLink endLink, Events events, InstantSource clock) {
    this.links = links;
    this.endLink = endLink;
    this.events = events;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Answer {
    /** From now on the holder is told so, and to call the pharmacy. */
    record Withdrawn() implements Answer {}

    record AlreadyWithdrawn(WithdrawReason reason) implements Answer {}

    /** There is none of this number, or none any more. */
    record NotFound() implements Answer {}

    /** Twenty in the last hour; nothing was changed. */
    record TooMany() implements Answer {}
  }

  @Transactional
  public Answer withdraw(Acting acting, SlipNumber slip, WithdrawGrounds grounds) {
    acting.require(Act.WITHDRAW_BY_SUPPORT);
    Instant now = clock.instant();
    long agent = acting.member().value();
    Optional<Link> found = links.lock(slip);
    if (found.isEmpty()) {
      return new Answer.NotFound();
    }
    Link link = found.get();
    if (link.state() == LinkState.WITHDRAWN) {
      return new Answer.AlreadyWithdrawn(link.reason().orElseThrow());
    }
    // Two at the very same moment may both be the twentieth: the limit is to stop hundreds, so no lock is held for it.
    int recent =
        links.sql(connection -> events.countBy(connection, agent, EventKind.WITHDRAWN, now.minus(WITHIN)));
    if (recent >= MOST) {
      return new Answer.TooMany();
    }
    endLink.end(link, WithdrawReason.SUPPORT, Optional.of(grounds), agent, now);
    return new Answer.Withdrawn();
  }
}
