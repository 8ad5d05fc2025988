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
import souspli.trail.About;
import souspli.trail.Trail;
import souspli.trail.TrailKind;

/**
 * The second half of signing in: one transaction that locks the member, looks at the six digits and writes down what
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

  /** The member, when password and digits are right and nothing stands against it. */
  @Transactional
  public Optional<Member> check(Optional<MemberId> claimed, boolean passwordRight, String digits, Waits.Cell cell) {
    MemberId id = claimed.orElseGet(() -> MemberId.fresh(random));
    Optional<Member> member = members.lock(id);
    long last = member.map(Member::totpStep).orElse(0L);
    OptionalLong step = step(id, member.flatMap(Member::totp), digits, last);
    boolean expected = passwordRight && member.filter(Member::active).isPresent();
    boolean right = expected && step.isPresent();
    if (right) {
      member.get().rightFactor(step.getAsLong());
    } else if (expected) {
      wrong(member.get());
    }
    try (Connection db = database.getConnection()) {
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
   * The digits once more, of somebody who has signed in and is about to change what lets them in. Wrong ones count as
   * they do at the door, so that whoever found a session open cannot guess for long.
   */
  @Transactional
  public Optional<Member> again(MemberId id, String digits) {
    Optional<Member> member = members.lock(id).filter(Member::active);
    OptionalLong step =
        member.isPresent()
            ? step(id, member.get().totp(), digits, member.get().totpStep())
            : OptionalLong.empty();
    if (step.isPresent()) {
      member.get().rightFactor(step.getAsLong());
      return member;
    }
    member.ifPresent(this::wrong);
    member.ifPresent(who -> trail.refused(who.acting(), TrailKind.FACTOR_REFUSED));
    return Optional.empty();
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
