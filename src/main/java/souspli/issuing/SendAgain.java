package souspli.issuing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import souspli.links.Links;
import souspli.registry.Outbox;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Act;
import souspli.staff.Acting;

/** Sends a result to the registry once more, after it was refused and what was wrong is mended. */
@Dependent
public class SendAgain {
  private final Links links;
  private final Outbox outbox;

  @Inject
  public SendAgain(Links links, Outbox outbox) {
    this.links = links;
    this.outbox = outbox;
  }

  /** What came of it. */
  public sealed interface Answer permits SentAgain, NothingToSend {}

  /** It goes with the next ones. */
  public record SentAgain() implements Answer {}

  /** It is on its way, or there, or was never owed; or there is no such slip. */
  public record NothingToSend() implements Answer {}

  @Transactional
  public Answer send(Acting acting, SlipNumber slip) {
    acting.require(Act.ENTER_RESULT);
    return links
        .lock(slip, acting.pharmacyId())
        .filter(link -> links.sql(db -> outbox.again(db, link.id())))
        .<Answer>map(_ -> new SentAgain())
        .orElseGet(NothingToSend::new);
  }
}
