package souspli.passkeys;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import souspli.sealedlink.Sealed;
import souspli.staff.Member;
import souspli.staff.MemberId;

/** All passkeys, in plain SQL on the caller's connection. */
final class Passkeys {

  private static final String ADD =
      """
      INSERT INTO passkey (passkey, member, credential_id, credential, signatures, backup_eligible, backed_up, factor,
                           name, added_on)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String LIST = "SELECT * FROM passkey WHERE member = ? ORDER BY added_on, name, passkey";

  // locked, so that of two that sign at once each sees the other's counter
  private static final String FIND = "SELECT * FROM passkey WHERE credential_id = ? FOR UPDATE";

  private static final String USED =
      """
      UPDATE passkey SET signatures = ?, backed_up = ?, last_used_on = ? WHERE passkey = ?
      """;

  private static final String REMOVE = "DELETE FROM passkey WHERE passkey = ? AND member = ?";

  private Passkeys() {}

  /**
   * 16 bytes that differ with each second factor a member ever has, and with each arrival without one. A passkey counts
   * only beside what it was added with: whoever comes back by an invitation begins anew.
   */
  static byte[] factor(Member member) {
    try {
      byte[] beside = member.totp().map(Sealed::bytes).orElseGet(() -> arrival(member));
      return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(beside), 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private static byte[] arrival(Member member) {
    return ByteBuffer.allocate(12).putLong(member.id().value()).putInt(member.arrivals()).array();
  }

  static void add(Connection db, Passkey passkey) throws SQLException {
    try (PreparedStatement add = db.prepareStatement(ADD)) {
      add.setLong(1, passkey.id());
      add.setLong(2, passkey.member().value());
      add.setBytes(3, passkey.credentialId());
      add.setBytes(4, passkey.credential());
      add.setLong(5, passkey.signatures());
      add.setBoolean(6, passkey.backupEligible());
      add.setBoolean(7, passkey.backedUp());
      add.setBytes(8, passkey.factor());
      add.setString(9, passkey.name());
      add.setObject(10, passkey.addedOn());
      add.executeUpdate();
    }
  }

  /** Those that let this member in. */
  static List<Passkey> of(Connection db, Member member) throws SQLException {
    byte[] factor = factor(member);
    try (PreparedStatement list = db.prepareStatement(LIST)) {
      list.setLong(1, member.id().value());
      try (ResultSet row = list.executeQuery()) {
        List<Passkey> found = new ArrayList<>();
        while (row.next()) {
          Passkey passkey = read(row);
          if (MessageDigest.isEqual(passkey.factor(), factor)) {
            found.add(passkey);
          }
        }
        return found;
      }
    }
  }

  /** Locked until the transaction ends. */
  static Optional<Passkey> lock(Connection db, byte[] credentialId) throws SQLException {
    try (PreparedStatement find = db.prepareStatement(FIND)) {
      find.setBytes(1, credentialId);
      try (ResultSet row = find.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    }
  }

  static void used(Connection db, Passkey passkey, long signatures, boolean backedUp, LocalDate today)
      throws SQLException {
    try (PreparedStatement used = db.prepareStatement(USED)) {
      used.setLong(1, signatures);
      used.setBoolean(2, backedUp);
      used.setObject(3, today);
      used.setLong(4, passkey.id());
      used.executeUpdate();
    }
  }

  /** Whether there was one: another member's is none. */
  static boolean remove(Connection db, long id, MemberId member) throws SQLException {
    try (PreparedStatement remove = db.prepareStatement(REMOVE)) {
      remove.setLong(1, id);
      remove.setLong(2, member.value());
      return remove.executeUpdate() == 1;
    }
  }

  private static Passkey read(ResultSet row) throws SQLException {
    return new Passkey(
        row.getLong("passkey"),
        new MemberId(row.getLong("member")),
        row.getBytes("credential_id"),
        row.getBytes("credential"),
        row.getLong("signatures"),
        row.getBoolean("backup_eligible"),
        row.getBoolean("backed_up"),
        row.getBytes("factor"),
        row.getString("name"),
        row.getObject("added_on", LocalDate.class),
        Optional.ofNullable(row.getObject("last_used_on", LocalDate.class)));
  }
}
