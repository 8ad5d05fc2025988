package souspli.opening;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import souspli.keys.WithdrawnFile;
import souspli.links.LinkState;
import souspli.links.SealedLink;
import souspli.links.WithdrawReason;
import souspli.opening.Opening.Proven;
import souspli.opening.Opening.ToCall;
import souspli.opening.Opening.Truth;
import souspli.pharmacies.Pharmacies;
import souspli.pharmacies.Pharmacy;

/**
 * What there is to say about a link that shows no result. The withdrawn file speaks first: a restored backup has
 * forgotten what the file has not.
 */
@Dependent
public class EndedLinks {
  private final WithdrawnFile withdrawn;
  private final Pharmacies pharmacies;

  @Inject
  public EndedLinks(WithdrawnFile withdrawn, Pharmacies pharmacies) {
    this.withdrawn = withdrawn;
    this.pharmacies = pharmacies;
  }

  /** Empty when there is a result to show. For whoever has proved to hold slip and date of birth, and nobody else. */
  Optional<Truth> truth(Proven proven, SealedLink link) {
    Optional<WithdrawReason> reason =
        withdrawn.find(link.id()).map(line -> WithdrawReason.of(line.reason())).or(link::reason);
    if (reason.isPresent()) {
      return Optional.of(
          switch (reason.get()) {
            case PHARMACY, SUPPORT -> new Opening.WithdrawnByPharmacy(proven, toCall(link));
            case ERASED -> new Opening.Erased(proven);
            case REPLACED -> new Opening.Replaced(proven);
            case NO_RESULT -> new Opening.NoResult(proven, toCall(link));
          });
    }
    return link.state() == LinkState.PENDING ? Optional.of(new Opening.NotReadyYet(proven)) : Optional.empty();
  }

  private ToCall toCall(SealedLink link) {
    Pharmacy pharmacy = pharmacies.get(link.pharmacy());
    return new ToCall(pharmacy.name(), pharmacy.telephone());
  }
}
