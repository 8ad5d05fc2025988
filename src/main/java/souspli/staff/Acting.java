package souspli.staff;

import java.util.Objects;
import java.util.Optional;
import souspli.sealedlink.PharmacyId;
import souspli.web.NotHere;

/**
 * Who is doing something: the first parameter of every use case of staff, whose first line is {@link #require}. Valid
 * by construction: who works in a pharmacy has exactly one, all others have none.
 *
 * @param proof what stands behind it now, for acts that ask for more than a session
 */
public record Acting(MemberId member, Role role, Optional<PharmacyId> pharmacy, Proof proof) {

  public Acting {
    Objects.requireNonNull(member);
    Objects.requireNonNull(proof);
    if (role.inPharmacy() != pharmacy.isPresent()) {
      throw new IllegalArgumentException("a " + role + " with a wrong pharmacy");
    }
  }

  /** Somebody of whom nothing is known but that they have signed in. */
  public Acting(MemberId member, Role role, Optional<PharmacyId> pharmacy) {
    this(member, role, pharmacy, Proof.STALE);
  }

  /** What stands behind an act. Which act asks for what is {@link Permissions#provenEnough}. */
  public enum Proof {
    /** A session, whose member has shown a factor within the last five minutes. */
    FRESH,
    /** A session alone: whoever sits before an open page has as much. */
    STALE,
    /** A key of pharmacy software: no person is there to show anything. */
    SOFTWARE
  }

  /**
   * Somebody asked for what takes a fresh factor without having shown one. A page asks for it before; whoever sends the
   * request without the page is told nothing.
   */
  public static final class StaleFactor extends NotHere {
    private static final long serialVersionUID = 1;

    StaleFactor(String what) {
      super(what);
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

  /** Passes only who may do this, and has shown lately that it is they, where the act asks for that. */
  public void require(Act act) {
    if (!may(act)) {
      throw new NotAllowed(role + " asked for " + act);
    }
    if (!isProvenFor(act)) {
      throw new StaleFactor(role + " asked for " + act + " with a proof that is " + proof);
    }
  }

  /** Whether what was shown lately is enough for this. */
  public boolean isProvenFor(Act act) {
    return Permissions.provenEnough(act, proof);
  }

  /** The same, after a factor was shown. */
  public Acting proven() {
    return new Acting(member, role, pharmacy, Proof.FRESH);
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
