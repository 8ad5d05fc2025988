package souspli.passkeys;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import souspli.staff.Act;
import souspli.staff.Acting;
import souspli.staff.Member;
import souspli.trail.Trail;
import souspli.trail.TrailKind;

/** A member removes one of their own passkeys, with the six digits. All other sessions of the member end. */
@Dependent
public class RemovePasskey {

  private final DataSource database;
  private final FactorAgain factors;
  private final Trail trail;

  @Inject
  public RemovePasskey(DataSource database, FactorAgain factors, Trail trail) {
    this.database = database;
    this.factors = factors;
    this.trail = trail;
  }

  /**
   * The member; nobody where the digits were wrong, or where it is all that lets them in. Removing another's, or one
   * that is gone, changes nothing.
   */
  @Transactional
  public Optional<Member> remove(Acting acting, long id, String digits) {
    acting.require(Act.HAVE_PASSKEYS);
    Optional<Member> member = factors.shown(acting, digits);
    if (member.isPresent()) {
      try (Connection db = database.getConnection()) {
        if (member.get().passkeysAlone() && Passkeys.of(db, member.get()).size() < 2) {
          return Optional.empty();
        }
        if (Passkeys.remove(db, id, acting.member())) {
          member.get().waysInChanged();
          trail.note(acting, TrailKind.PASSKEY_REMOVED);
        }
      } catch (SQLException e) {
        throw new IllegalStateException("a passkey could not be removed", e);
      }
    }
    return member;
  }
}
