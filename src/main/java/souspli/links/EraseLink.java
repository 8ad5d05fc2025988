package souspli.links;

import jakarta.inject.Inject;
import jakarta.enterprise.context.Dependent;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import souspli.accesslog.Events;
import souspli.sealedlink.LinkId;

/** The holder's right to have the result erased. Whoever calls has seen the right code and date of birth before. */
@Dependent
public class EraseLink {
  private final Links links;
  private final EndLink endLink;
  private final InstantSource clock;

  @Inject
  public EraseLink(Links links, EndLink endLink, InstantSource clock) {
    this.links = links;
    this.endLink = endLink;
    this.clock = clock;
  }

  /** False when it was withdrawn or had expired in between: then there was nothing to erase. */
  @Transactional
  public boolean erase(LinkId id) {
    return links
        .lock(id)
        .filter(link -> link.state() != LinkState.WITHDRAWN)
        .map(
            link -> {
              endLink.end(link, WithdrawReason.ERASED, Events.HOLDER, clock.instant());
              return true;
            })
        .orElse(false);
  }
}
