package souspli.signin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import souspli.keys.KeyDirectory;
import souspli.mail.Letters;
import souspli.mail.Notices;
import souspli.sealedlink.Sealed;
import souspli.staff.EmailAddress;
import souspli.staff.Member;
import souspli.staff.MemberId;
import souspli.staff.Members;
import souspli.staff.RecoveryCode;
import souspli.staff.RecoveryCodes;
import souspli.trail.About;
import souspli.trail.Trail;
import souspli.trail.TrailKind;

/**
 * The second half of signing in: one transaction that locks the member, looks at the second factor and writes down what
 * came of it, so that of many who try the same digits at once one gets in, and ten wrong ones are ten. Where there is
 * no member it does the same with nobody's secret.
 */
@Dependent
public class CheckFactors {

  private final DataSource database;
  private final Members members;
  private final Waits waits;
  private final Trail trail;
  private final KeyDirectory keys;
  private final Notices notices;
  private final InstantSource clock;
  private final SecureRandom random;

  @Inject
  public CheckFactors(
      DataSource database,
      Members members,
      Waits waits,
      Trail trail,
      KeyDirectory keys,
      Notices notices,
      InstantSource clock,
      SecureRandom random) {
    this.database = database;
    this.members = members;
    this.waits = waits;
    this.trail = trail;
    this.keys = keys;
    this.notices = notices;
    this.clock = clock;
    this.random = random;
  }

  /**
   * The member, when password and second factor are right and nothing stands against it.
   *
   * @param typed six digits or a recovery code
   */
  @Transactional
  public Optional<Member> check(Optional<MemberId> claimed, boolean passwordRight, String typed, Waits.Cell cell) {
    MemberId id = claimed.orElseGet(() -> MemberId.fresh(random));
    Optional<Member> member = members.lock(id);
    boolean expected = passwordRight && member.filter(Member::active).isPresent();
    boolean right;
    try (Connection db = database.getConnection()) {
      right = usesUp(db, id, member, expected, typed);
      waits.settle(db, cell, right);
    } catch (SQLException e) {
      throw new IllegalStateException("a try to sign in could not be settled", e);
    }
    if (right) {
      trail.note(member.get().acting(), TrailKind.SIGNED_IN);
    } else {
      trail.refused(TrailKind.REFUSED, member);
    }
    return right ? member : Optional.empty();
  }

  /**
   * The second factor once more, of somebody who has signed in and is about to change what lets them in. Wrong ones
   * count as they do at the door, so that whoever found a session open cannot guess for long. Who has passkeys alone
   * has nothing to type, and nothing that guessing could spoil.
   */
  @Transactional
  public Optional<Member> again(MemberId id, String typed) {
    Optional<Member> member = members.lock(id).filter(Member::active).filter(who -> !who.passkeysAlone());
    try (Connection db = database.getConnection()) {
      if (member.isPresent() && usesUp(db, id, member, true, typed)) {
        return member;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a factor could not be looked at", e);
    }
    member.ifPresent(who -> trail.refused(who.acting(), TrailKind.FACTOR_REFUSED));
    return Optional.empty();
  }

  /** Whether it is a right second factor, which is used up by that; a wrong one counts where one was expected. */
  private boolean usesUp(Connection db, MemberId id, Optional<Member> member, boolean expected, String typed)
      throws SQLException {
    // the same work for digits, for a recovery code and for neither, whether there is such a member or not
    long last = member.map(Member::totpStep).orElse(0L);
    OptionalLong step = step(id, member.flatMap(Member::totp), typed, last);
    Optional<RecoveryCode> code = RecoveryCode.parse(typed);
    boolean known = RecoveryCodes.has(db, keys.staffKey(), id, member, code, random);
    if (!expected) {
      return false;
    }
    Member who = member.orElseThrow();
    if (step.isPresent()) {
      who.rightFactor(step.getAsLong());
      return true;
    }
    if (known && RecoveryCodes.useUp(db, keys.staffKey(), who, code.orElseThrow())) {
      who.recovered();
      trail.note(who.acting(), TrailKind.RECOVERY_CODE_USED);
      int left = RecoveryCodes.left(db, id);
      notices.afterCommit(Letters.recoveryCodeUsed(new EmailAddress(who.email()), who.name(), left));
      return true;
    }
    wrong(who);
    return false;
  }

  /** Whoever types the tenth knows the password, so the member is told; nobody waits for that. */
  private void wrong(Member member) {
    member.wrongFactor();
    if (member.factorDisabled()) {
      trail.happened(TrailKind.FACTOR_DISABLED, About.member(member));
      notices.afterCommit(Letters.factorDisabled(new EmailAddress(member.email()), member.name()));
    }
  }

  private OptionalLong step(MemberId id, Optional<Sealed> sealed, String digits, long last) {
    try (TotpSecret secret =
        sealed
            .map(totp -> TotpSecret.open(keys.staffKey(), id, totp))
            .orElseGet(() -> TotpSecret.fresh(random))) {
      return secret.step(digits, clock.instant(), last);
    }
  }
}
