package souspli.support;

import jakarta.inject.Inject;
import jakarta.enterprise.context.Dependent;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import souspli.accesslog.Events;
import souspli.limits.Tries;
import souspli.links.Link;
import souspli.links.LinkState;
import souspli.links.Links;
import souspli.links.WithdrawReason;
import souspli.pharmacies.Pharmacies;
import souspli.pharmacies.Pharmacy;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Act;
import souspli.staff.Acting;

/** Tells support how a slip stands. Opens nothing: it asks for no key. */
@Dependent
public class FindSlip {
  private final Links links;
  private final Tries tries;
  private final Events events;
  private final Pharmacies pharmacies;

  @Inject
  public FindSlip(Links links, Tries tries, Events events, Pharmacies pharmacies) {
    this.links = links;
    this.tries = tries;
    this.events = events;
    this.pharmacies = pharmacies;
  }

  /**
   * What support may know of a slip.
   *
   * @param reason present exactly when withdrawn
   * @param issuedOn day on the pharmacy's own clock
   * @param expiresOn the last day on which it opens
   */
  public record Found(
      SlipNumber slip,
      LinkState state,
      Optional<WithdrawReason> reason,
      String pharmacy,
      String telephone,
      LocalDate issuedOn,
      LocalDate expiresOn,
      Tries.State tries) {}

  /** Empty when there is none of this number, or none any more. */
  @Transactional
  public Optional<Found> find(Acting acting, SlipNumber slip) {
    acting.require(Act.FIND_SLIP_BY_SUPPORT);
    return links.bySlip(slip).map(this::found);
  }

  private Found found(Link link) {
    Pharmacy pharmacy = pharmacies.get(link.pharmacy());
    return links.sql(
        connection ->
            new Found(
                link.slip(),
                link.state(),
                link.reason(),
                pharmacy.name(),
                pharmacy.telephone(),
                LocalDate.ofInstant(events.issuedAt(connection, link.id()), pharmacy.zone()),
                link.expiresOn(),
                tries.of(connection, link.id())));
  }
}
