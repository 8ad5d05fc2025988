package souspli.issuing;

import jakarta.inject.Inject;
import jakarta.enterprise.context.Dependent;
import java.util.Optional;
import souspli.links.Custody;
import souspli.links.InCustody;
import souspli.links.Link;
import souspli.links.LinkState;
import souspli.links.Links;
import souspli.pharmacies.Pharmacies;
import souspli.pharmacies.Pharmacy;
import souspli.result.Issuer;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Acting;
import souspli.staff.Members;

/** The slips that a member of staff can reach: those of the own pharmacy, in custody, not withdrawn. */
@Dependent
public class OwnSlips {
  private final Links links;
  private final Custody custody;
  private final Pharmacies pharmacies;
  private final Members members;

  @Inject
  public OwnSlips(Links links, Custody custody, Pharmacies pharmacies, Members members) {
    this.links = links;
    this.custody = custody;
    this.pharmacies = pharmacies;
    this.members = members;
  }

  /** Whether a slip can be worked on. */
  sealed interface Reach {
    /** It can; the link is locked. */
    record Within(Link link, InCustody custody) implements Reach {}

    /** It cannot. */
    record Beyond(Refusal why) implements Reach {}
  }

  Reach reach(Acting acting, SlipNumber slip) {
    Optional<Link> own = links.lock(slip, acting.pharmacyId());
    if (own.isEmpty()) {
      return new Reach.Beyond(new Refusal.UnknownSlip());
    }
    Link link = own.get();
    if (link.state() == LinkState.WITHDRAWN) {
      return new Reach.Beyond(new Refusal.AlreadyWithdrawn(link.reason().orElseThrow()));
    }
    return custody
        .of(link)
        .<Reach>map(open -> new Reach.Within(link, open))
        .orElseGet(() -> new Reach.Beyond(new Refusal.CustodyEnded()));
  }

  Pharmacy pharmacy(Acting acting) {
    return pharmacies.get(acting.pharmacyId());
  }

  /** Who answers for a result that {@code acting} enters now. */
  Issuer issuer(Acting acting) {
    Pharmacy pharmacy = pharmacy(acting);
    return new Issuer(pharmacy.name(), pharmacy.telephone(), pharmacy.zone(), members.name(acting.member()).text());
  }
}
