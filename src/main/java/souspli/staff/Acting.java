package souspli.staff;

import java.util.Objects;
import java.util.Optional;
import souspli.sealedlink.PharmacyId;
import souspli.web.NotHere;

/**
 * Who is doing something: the first parameter of every use case of staff, whose first line is {@link #require}. Valid
 * by construction: who works in a pharmacy has exactly one, all others have none.
 */
public record Acting(MemberId member, Role role, Optional<PharmacyId> pharmacy) {

  public Acting {
    Objects.requireNonNull(member);
    if (role.inPharmacy() != pharmacy.isPresent()) {
      throw new IllegalArgumentException("a " + role + " with a wrong pharmacy");
    }
  }

  /**
   * Somebody asked for what the table of {@link Permissions} does not give them. The answer is the same page as for a
   * path that does not exist.
   */
  public static final class NotAllowed extends NotHere {
    private static final long serialVersionUID = 1;

    public NotAllowed(String what) {
      super(what);
    }
  }

  /** Passes only who may do this. */
  public void require(Act act) {
    if (!may(act)) {
      throw new NotAllowed(role + " asked for " + act);
    }
  }

  /** For pages that leave out what would be refused anyway. */
  public boolean may(Act act) {
    return Permissions.allow(act, role);
  }

  /** The pharmacy in which this member does everything. */
  public PharmacyId pharmacyId() {
    return pharmacy.orElseThrow(() -> new NotAllowed(role + " belongs to no pharmacy"));
  }

  /** Whether members of this role and pharmacy are this member's to invite and to disable. */
  public boolean reaches(Role other, Optional<PharmacyId> where) {
    return Permissions.rules(role).contains(other) && (pharmacy.isEmpty() || pharmacy.equals(where));
  }
}
