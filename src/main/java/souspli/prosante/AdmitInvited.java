package souspli.prosante;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import souspli.pharmacies.Pharmacies;
import souspli.staff.Member;
import souspli.staff.Members;
import souspli.trail.Trail;
import souspli.trail.TrailKind;

/**
 * Finds the one member who is this pharmacist at one of these pharmacies: invited under that RPPS number, to a pharmacy
 * where the national register has the person at work, and active. Where two are, as of somebody with two addresses at
 * two counters, nobody is: which of them it is to be, only the other ways in can tell.
 */
@Dependent
public class AdmitInvited {
  private final Members members;
  private final Pharmacies pharmacies;
  private final Trail trail;

  @Inject
  public AdmitInvited(Members members, Pharmacies pharmacies, Trail trail) {
    this.members = members;
    this.pharmacies = pharmacies;
    this.trail = trail;
  }

  /** Never with a reason: whoever is not found is refused like everybody else. */
  @Transactional
  public Optional<Member> admit(Vouched vouched) {
    List<Member> known = members.find(vouched.rpps());
    List<Member> found = known.stream().filter(Member::active).filter(who -> worksAtOne(who, vouched)).toList();
    if (found.size() == 1) {
      trail.note(found.getFirst().acting(), TrailKind.SIGNED_IN_BY_PROSANTE);
      return Optional.of(found.getFirst());
    }
    trail.refused(TrailKind.REFUSED, known.stream().findFirst().filter(who -> known.size() == 1));
    return Optional.empty();
  }

  private boolean worksAtOne(Member member, Vouched vouched) {
    return member.role().inPharmacy()
        && member.pharmacy().map(pharmacies::get).filter(at -> vouched.places().contains(at.finess())).isPresent();
  }
}
