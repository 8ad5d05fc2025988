package souspli.recovery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import souspli.keys.KeyDirectory;
import souspli.signin.CheckFactors;
import souspli.staff.Act;
import souspli.staff.Acting;
import souspli.staff.Member;
import souspli.staff.RecoveryCode;
import souspli.staff.RecoveryCodes;
import souspli.trail.Trail;
import souspli.trail.TrailKind;

/**
 * A member gets ten new codes in place of the old ones, with the second factor typed again. All other sessions of
 * theirs end, as with every change of what lets them in.
 */
@Dependent
public class MakeRecoveryCodes {

  private final DataSource database;
  private final CheckFactors factors;
  private final KeyDirectory keys;
  private final Trail trail;
  private final SecureRandom random;

  @Inject
  public MakeRecoveryCodes(
      DataSource database, CheckFactors factors, KeyDirectory keys, Trail trail, SecureRandom random) {
    this.database = database;
    this.factors = factors;
    this.keys = keys;
    this.trail = trail;
    this.random = random;
  }

  /** The member and the codes, shown once. */
  public record Made(Member member, List<RecoveryCode> codes) {}

  /**
   * Nothing where the factor was wrong, or there is none.
   *
   * @param typed six digits, or one of the old codes
   */
  @Transactional
  public Optional<Made> make(Acting acting, String typed) {
    acting.require(Act.HAVE_RECOVERY_CODES);
    Optional<Member> member = factors.again(acting.member(), typed);
    if (member.isEmpty()) {
      return Optional.empty();
    }
    try (Connection db = database.getConnection()) {
      List<RecoveryCode> codes = RecoveryCodes.make(db, keys.staffKey(), member.get(), random);
      member.get().waysInChanged();
      trail.note(acting, TrailKind.RECOVERY_CODES_MADE);
      return Optional.of(new Made(member.get(), codes));
    } catch (SQLException e) {
      throw new IllegalStateException("recovery codes could not be written", e);
    }
  }
}
