package souspli.passkeys;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import souspli.staff.Act;
import souspli.staff.Acting;
import souspli.staff.Member;
import souspli.staff.Members;

/** A member looks at their own passkeys; nobody sees another's. */
@Dependent
public class SeePasskeys {

  private final DataSource database;
  private final Members members;

  @Inject
  public SeePasskeys(DataSource database, Members members) {
    this.database = database;
    this.members = members;
  }

  public List<Passkey> own(Acting acting) {
    acting.require(Act.HAVE_PASSKEYS);
    Member member = members.find(acting.member()).orElseThrow();
    try (Connection db = database.getConnection()) {
      return Passkeys.of(db, member);
    } catch (SQLException e) {
      throw new IllegalStateException("passkeys could not be read", e);
    }
  }

  /** Whether nothing else lets them in. */
  public boolean alone(Acting acting) {
    acting.require(Act.HAVE_PASSKEYS);
    return members.find(acting.member()).filter(Member::passkeysAlone).isPresent();
  }
}
