package souspli.trail;

import java.util.Optional;
import souspli.sealedlink.PharmacyId;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Member;
import souspli.staff.MemberId;

/**
 * Whom or what something was done to, as numbers.
 *
 * @param pharmacy whose manager sees the line; where it is empty, that of whoever acted
 */
public record About(Optional<MemberId> member, Optional<PharmacyId> pharmacy, Optional<SlipNumber> slip) {

  /** Nobody but whoever acted. */
  public static final About NOTHING = new About(Optional.empty(), Optional.empty(), Optional.empty());

  public static About member(Member member) {
    return new About(Optional.of(member.id()), member.pharmacy(), Optional.empty());
  }

  /** Somebody who has no number yet, in this pharmacy or in none. */
  public static About somebodyIn(Optional<PharmacyId> pharmacy) {
    return new About(Optional.empty(), pharmacy, Optional.empty());
  }

  public static About slip(SlipNumber slip) {
    return new About(Optional.empty(), Optional.empty(), Optional.of(slip));
  }
}
