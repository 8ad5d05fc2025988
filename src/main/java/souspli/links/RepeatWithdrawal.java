package souspli.links;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import souspli.accesslog.Events;
import souspli.keys.WithdrawnFile.Withdrawn;

/**
 * Makes the database agree with a line of the withdrawn file: after a crash between the two, or after a backup from
 * before the withdrawal was restored.
 */
@Dependent
public class RepeatWithdrawal {
  private final Links links;
  private final EndLink endLink;

  @Inject
  public RepeatWithdrawal(Links links, EndLink endLink) {
    this.links = links;
    this.endLink = endLink;
  }

  /**
   * False when there was nothing to do. Who had withdrawn it is not in the file, so the portal is the event's actor.
   *
   * <p>A link that is said to be replaced, while nothing replaces it, is left as it is: its re-issue was never
   * committed, and the pharmacy can still repeat it. Until then the slip shows nothing; the file is enough for that.
   */
  @Transactional
  public boolean repeat(Withdrawn line) {
    WithdrawReason why = WithdrawReason.of(line.reason());
    return links
        .lock(line.link())
        .filter(link -> link.state() != LinkState.WITHDRAWN)
        .filter(link -> why != WithdrawReason.REPLACED || links.isSucceeded(link))
        .map(
            link -> {
              endLink.erase(link, why, Optional.empty(), Events.PORTAL, line.at());
              return true;
            })
        .orElse(false);
  }
}
