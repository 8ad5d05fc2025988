package souspli.passkeys;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import souspli.signin.CheckFactors;
import souspli.staff.Acting;
import souspli.staff.Acting.Proof;
import souspli.staff.Member;
import souspli.staff.Members;

/**
 * What a member shows before what lets them in is changed: six digits or a recovery code, now; who has passkeys alone,
 * a touch within the last five minutes.
 */
@Dependent
class FactorAgain {

  private final Members members;
  private final CheckFactors factors;

  @Inject
  FactorAgain(Members members, CheckFactors factors) {
    this.members = members;
    this.factors = factors;
  }

  /** The member, to be changed; nobody where it was not shown. */
  Optional<Member> shown(Acting acting, String typed) {
    Optional<Member> member = members.find(acting.member());
    return member.filter(Member::passkeysAlone).isPresent()
        ? member.filter(Member::active).filter(who -> acting.proof() == Proof.FRESH)
        : factors.again(acting.member(), typed);
  }
}
