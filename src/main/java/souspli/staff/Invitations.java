package souspli.staff;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import souspli.directory.Rpps;
import souspli.sealedlink.PharmacyId;
import souspli.staff.Invitation.Invited;

/**
 * All invitations, in plain SQL on the caller's connection: the command line makes them without a server around it, and
 * that one is used only once is decided by one statement.
 */
public final class Invitations {

  /** How long one is good for. */
  public static final Duration LIFE = Duration.ofHours(72);

  private static final String MAKE =
      """
      INSERT INTO invitation (secret_hash, email, name, role, pharmacy, expires_at, used, invited_by, rpps, renews)
      VALUES (?, ?, ?, ?, ?, ?, FALSE, ?, ?, ?)
      """;

  private static final String FIND =
      """
      SELECT email, name, role, pharmacy, rpps, renews, expires_at FROM invitation
       WHERE secret_hash = ? AND NOT used AND expires_at > ?
      """;

  private static final String USE_UP =
      """
      UPDATE invitation SET used = TRUE WHERE secret_hash = ? AND NOT used AND expires_at > ?
      """;

  // of several letters to one address the first that is answered is the last that counts
  private static final String END_OTHERS =
      """
      UPDATE invitation SET used = TRUE WHERE email = ? AND NOT used
      """;

  private static final String FORGET =
      """
      DELETE FROM invitation WHERE expires_at <= ?
      """;

  private Invitations() {}

  /** Makes one that the command line asked for: there, whoever owns the machine invites. */
  public static void make(Connection db, InvitationSecret secret, Invited invited, Instant now) throws SQLException {
    make(db, secret, invited, now, 0, Optional.empty());
  }

  /** Makes one that a member asked for, who may. */
  public static void make(Connection db, InvitationSecret secret, Invited invited, Instant now, MemberId by)
      throws SQLException {
    make(db, secret, invited, now, by, Optional.empty());
  }

  /**
   * The same, perhaps for somebody who works here and gets new factors.
   *
   * @param renews who that is; still as {@code invited} says when it is accepted
   */
  public static void make(
      Connection db, InvitationSecret secret, Invited invited, Instant now, MemberId by, Optional<MemberId> renews)
      throws SQLException {
    make(db, secret, invited, now, by.value(), renews);
  }

  private static void make(
      Connection db, InvitationSecret secret, Invited invited, Instant now, long by, Optional<MemberId> renews)
      throws SQLException {
    try (PreparedStatement forget = db.prepareStatement(FORGET)) {
      forget.setObject(1, utc(now));
      forget.executeUpdate();
    }
    try (PreparedStatement make = db.prepareStatement(MAKE)) {
      make.setBytes(1, secret.hash());
      make.setString(2, invited.email().text());
      make.setString(3, invited.name().text());
      make.setInt(4, invited.role().code());
      if (invited.pharmacy().isPresent()) {
        make.setLong(5, invited.pharmacy().get().value());
      } else {
        make.setNull(5, Types.BIGINT);
      }
      make.setObject(6, utc(now.plus(LIFE)));
      make.setLong(7, by);
      make.setString(8, invited.rpps().map(Rpps::digits).orElse(null));
      make.setObject(9, renews.map(MemberId::value).orElse(null), Types.BIGINT);
      make.executeUpdate();
    }
  }

  /** Empty for a secret that is unknown, used or too old: nobody is told which. */
  public static Optional<Invitation> find(Connection db, InvitationSecret secret, Instant now) throws SQLException {
    try (PreparedStatement find = db.prepareStatement(FIND)) {
      find.setBytes(1, secret.hash());
      find.setObject(2, utc(now));
      try (ResultSet row = find.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    }
  }

  /**
   * Uses it up, and every other one for the same address, within the caller's transaction; of all who try at once
   * exactly one gets it.
   */
  public static Optional<Invitation> useUp(Connection db, InvitationSecret secret, Instant now) throws SQLException {
    Optional<Invitation> found = find(db, secret, now);
    try (PreparedStatement useUp = db.prepareStatement(USE_UP)) {
      useUp.setBytes(1, secret.hash());
      useUp.setObject(2, utc(now));
      if (found.isEmpty() || useUp.executeUpdate() != 1) {
        return Optional.empty();
      }
    }
    try (PreparedStatement end = db.prepareStatement(END_OTHERS)) {
      end.setString(1, found.get().email().text());
      end.executeUpdate();
    }
    return found;
  }

  private static Invitation read(ResultSet row) throws SQLException {
    long pharmacy = row.getLong("pharmacy");
    Optional<PharmacyId> where = row.wasNull() ? Optional.empty() : Optional.of(new PharmacyId(pharmacy));
    Invited invited =
        new Invited(
            new EmailAddress(row.getString("email")),
            new PersonName(row.getString("name")),
            Role.of(row.getInt("role")),
            where,
            Optional.ofNullable(row.getString("rpps")).map(Rpps::of));
    long renewed = row.getLong("renews");
    Optional<MemberId> renews = row.wasNull() ? Optional.empty() : Optional.of(new MemberId(renewed));
    return new Invitation(invited, renews, row.getObject("expires_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
  }

  private static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
