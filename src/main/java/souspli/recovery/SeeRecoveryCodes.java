package souspli.recovery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalInt;
import javax.sql.DataSource;
import souspli.staff.Act;
import souspli.staff.Acting;
import souspli.staff.Member;
import souspli.staff.Members;
import souspli.staff.RecoveryCodes;

/** A member sees how many codes of theirs have not been used; the codes themselves nobody can see again. */
@Dependent
public class SeeRecoveryCodes {

  private final DataSource database;
  private final Members members;

  @Inject
  public SeeRecoveryCodes(DataSource database, Members members) {
    this.database = database;
    this.members = members;
  }

  /** Nothing for who has passkeys alone, and so no second factor that a code could stand for. */
  public OptionalInt left(Acting acting) {
    acting.require(Act.HAVE_RECOVERY_CODES);
    if (members.find(acting.member()).filter(Member::passkeysAlone).isPresent()) {
      return OptionalInt.empty();
    }
    try (Connection db = database.getConnection()) {
      return OptionalInt.of(RecoveryCodes.left(db, acting.member()));
    } catch (SQLException e) {
      throw new IllegalStateException("recovery codes could not be counted", e);
    }
  }
}
