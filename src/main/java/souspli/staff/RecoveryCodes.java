package souspli.staff;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import souspli.sealedlink.StaffKey;

/** All recovery codes, in plain SQL on the caller's connection. The member's row is locked wherever one is used. */
public final class RecoveryCodes {

  private static final String FORGET =
      """
      DELETE FROM recovery_code WHERE member = ?
      """;

  private static final String ADD =
      """
      INSERT INTO recovery_code (member, code_hash) VALUES (?, ?)
      """;

  private static final String COUNT =
      """
      SELECT COUNT(*) FROM recovery_code WHERE member = ?
      """;

  private static final String FIND =
      """
      SELECT COUNT(*) FROM recovery_code WHERE member = ? AND code_hash = ?
      """;

  private static final String USE_UP =
      """
      DELETE FROM recovery_code WHERE member = ? AND code_hash = ?
      """;

  private RecoveryCodes() {}

  /** Ten new ones in place of all that there were: shown once, and never again. */
  public static List<RecoveryCode> make(Connection db, StaffKey key, Member member, SecureRandom random)
      throws SQLException {
    List<RecoveryCode> codes = RecoveryCode.ten(random).toList();
    try (PreparedStatement forget = db.prepareStatement(FORGET);
        PreparedStatement add = db.prepareStatement(ADD)) {
      forget.setLong(1, member.id().value());
      forget.executeUpdate();
      for (RecoveryCode code : codes) {
        add.setLong(1, member.id().value());
        add.setBytes(2, code.hash(key, member.id(), member.arrivals()));
        add.addBatch();
      }
      add.executeBatch();
    }
    return codes;
  }

  /** How many have not been used; those of an earlier arrival are gone, since ten new ones took their place. */
  public static int left(Connection db, MemberId member) throws SQLException {
    try (PreparedStatement count = db.prepareStatement(COUNT)) {
      count.setLong(1, member.value());
      return number(count);
    }
  }

  /**
   * Whether this is one of theirs; the same work whether there is such a member or code or not.
   *
   * @param typed empty where what was typed is no recovery code
   */
  public static boolean has(
      Connection db,
      StaffKey key,
      MemberId id,
      Optional<Member> member,
      Optional<RecoveryCode> typed,
      SecureRandom random)
      throws SQLException {
    RecoveryCode code = typed.orElseGet(() -> RecoveryCode.fresh(random));
    try (PreparedStatement find = db.prepareStatement(FIND)) {
      find.setLong(1, id.value());
      find.setBytes(2, code.hash(key, id, member.map(Member::arrivals).orElse(0)));
      return number(find) == 1 && typed.isPresent();
    }
  }

  /** Uses it up; whether it was still there. */
  public static boolean useUp(Connection db, StaffKey key, Member member, RecoveryCode code) throws SQLException {
    try (PreparedStatement useUp = db.prepareStatement(USE_UP)) {
      useUp.setLong(1, member.id().value());
      useUp.setBytes(2, code.hash(key, member.id(), member.arrivals()));
      return useUp.executeUpdate() == 1;
    }
  }

  private static int number(PreparedStatement count) throws SQLException {
    try (ResultSet row = count.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }
}
