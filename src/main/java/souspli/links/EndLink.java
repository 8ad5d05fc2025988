package souspli.links;

import jakarta.inject.Inject;
import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.Optional;
import souspli.accesslog.EventKind;
import souspli.keys.WithdrawnFile;

/**
 * The one place where a link ends before its time, whoever ends it. What could open it or show it is gone with the
 * transaction; the withdrawn file knows it before, so that no crash and no restored backup revives it. Only what a
 * report to the registry is still to be made from stays until it is there, for the pharmacy's key alone.
 */
@Dependent
public class EndLink {
  private final Links links;
  private final WithdrawnFile withdrawn;

  @Inject
  public EndLink(Links links, WithdrawnFile withdrawn) {
    this.links = links;
    this.withdrawn = withdrawn;
  }

  /**
   * Ends a locked link. Call it last: the line in the withdrawn file is forced to disk here, and nothing takes it
   * back. If the commit fails then, the link is as good as withdrawn all the same, and the database is made to agree.
   *
   * @param link locked, not withdrawn
   * @param actor number of the member of staff, or {@code Events.HOLDER}
   */
  public void end(Link link, WithdrawReason why, long actor, Instant at) {
    end(link, why, Optional.empty(), actor, at);
  }

  /**
   * As above, by staff.
   *
   * @param grounds what the holder is not told
   */
  public void end(Link link, WithdrawReason why, Optional<WithdrawGrounds> grounds, long actor, Instant at) {
    erase(link, why, grounds, actor, at);
    withdrawn.append(link.id(), link.expiresOn(), why.code(), at);
  }

  /** In the database alone: for a link that stands in the withdrawn file already. */
  void erase(Link link, WithdrawReason why, Optional<WithdrawGrounds> grounds, long actor, Instant at) {
    boolean owed = links.isOwed(link);
    link.withdraw(why, owed);
    if (!owed) {
      links.removeRevisions(link);
    }
    EventKind kind = why == WithdrawReason.REPLACED ? EventKind.REPLACED : EventKind.WITHDRAWN;
    links.note(link, at, kind, actor, grounds.stream().mapToInt(WithdrawGrounds::code).findFirst());
  }
}
