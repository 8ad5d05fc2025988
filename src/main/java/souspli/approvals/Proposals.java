package souspli.approvals;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import souspli.approvals.Proposal.Content;
import souspli.approvals.Proposal.Person;
import souspli.approvals.Proposal.Place;
import souspli.approvals.Proposal.Why;
import souspli.directory.Rpps;
import souspli.pharmacies.Finess;
import souspli.sealedlink.PharmacyId;
import souspli.staff.EmailAddress;
import souspli.staff.Invitation.Invited;
import souspli.staff.MemberId;
import souspli.staff.PersonName;
import souspli.staff.Role;

/** All proposals, in plain SQL on the caller's connection: the command line makes them without a server around it. */
public final class Proposals {

  /** So long one waits; then it has to be made again. */
  public static final Duration LIFE = Duration.ofDays(14);

  private static final long COMMAND_LINE = 0;

  private static final String FORGET =
      """
      DELETE FROM proposal WHERE asked_at <= ? AND decided_by IS NULL
      """;

  private static final String ASK =
      """
      INSERT INTO proposal (proposal, kind, asked_by, asked_at, name, email, role, pharmacy, rpps, renews, telephone,
                            finess, zone)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  // what somebody asked for who was disabled since, nobody approves
  private static final String WAITING =
      """
      SELECT p.* FROM proposal p
       WHERE p.decided_by IS NULL AND p.asked_at > ?
         AND (p.asked_by = 0 OR EXISTS (
               SELECT 1 FROM member m WHERE m.member = p.asked_by AND m.disabled_on IS NULL))
      """;

  private static final String LIST = WAITING + " ORDER BY p.asked_at, p.proposal LIMIT 200";

  private static final String LOCK = WAITING + " AND p.proposal = ? FOR UPDATE";

  private static final String DECIDE =
      """
      UPDATE proposal SET decided_by = ?, decided_at = ?, approved = ?, reason = ?
       WHERE proposal = ? AND decided_by IS NULL
      """;

  private Proposals() {}

  /**
   * From now on it waits.
   *
   * @param by nobody for the command line
   */
  public static void ask(
      Connection db, SecureRandom random, Why why, Content content, Optional<MemberId> by, Instant now)
      throws SQLException {
    try (PreparedStatement forget = db.prepareStatement(FORGET)) {
      forget.setObject(1, utc(now.minus(LIFE)));
      forget.executeUpdate();
    }
    try (PreparedStatement ask = db.prepareStatement(ASK)) {
      ask.setLong(1, random.nextLong(1, Long.MAX_VALUE));
      ask.setInt(2, why.code());
      ask.setLong(3, by.map(MemberId::value).orElse(COMMAND_LINE));
      ask.setObject(4, utc(now));
      for (int column = 5; column <= 13; column++) {
        ask.setNull(column, Types.VARCHAR);
      }
      switch (content) {
        case Person person -> fill(ask, person);
        case Place place -> fill(ask, place);
      }
      ask.executeUpdate();
    }
  }

  private static void fill(PreparedStatement ask, Person person) throws SQLException {
    Invited invited = person.invited();
    ask.setString(5, invited.name().text());
    ask.setString(6, invited.email().text());
    ask.setInt(7, invited.role().code());
    ask.setObject(8, invited.pharmacy().map(PharmacyId::value).orElse(null), Types.BIGINT);
    ask.setString(9, invited.rpps().map(Rpps::digits).orElse(null));
    ask.setObject(10, person.renews().map(MemberId::value).orElse(null), Types.BIGINT);
  }

  private static void fill(PreparedStatement ask, Place place) throws SQLException {
    ask.setString(5, place.name());
    ask.setString(11, place.telephone());
    ask.setString(12, place.finess().text());
    ask.setString(13, place.zone().getId());
  }

  /** Everything that waits, the oldest first. */
  static List<Proposal> waiting(Connection db, Instant now) throws SQLException {
    try (PreparedStatement list = db.prepareStatement(LIST)) {
      list.setObject(1, utc(now.minus(LIFE)));
      List<Proposal> waiting = new ArrayList<>();
      try (ResultSet row = list.executeQuery()) {
        while (row.next()) {
          waiting.add(read(row));
        }
      }
      return waiting;
    }
  }

  /** One that waits, locked until the transaction ends: of two who decide at once the second finds nothing. */
  static Optional<Proposal> lock(Connection db, long id, Instant now) throws SQLException {
    try (PreparedStatement lock = db.prepareStatement(LOCK)) {
      lock.setObject(1, utc(now.minus(LIFE)));
      lock.setLong(2, id);
      try (ResultSet row = lock.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    }
  }

  /** Ends the waiting; whether it still waited. */
  static boolean decide(Connection db, Proposal proposal, MemberId by, boolean approved, String reason, Instant now)
      throws SQLException {
    try (PreparedStatement decide = db.prepareStatement(DECIDE)) {
      decide.setLong(1, by.value());
      decide.setObject(2, utc(now));
      decide.setBoolean(3, approved);
      decide.setString(4, reason.isEmpty() ? null : reason);
      decide.setLong(5, proposal.id());
      return decide.executeUpdate() == 1;
    }
  }

  private static Proposal read(ResultSet row) throws SQLException {
    long by = row.getLong("asked_by");
    return new Proposal(
        row.getLong("proposal"),
        Why.of(row.getInt("kind")),
        by == COMMAND_LINE ? Optional.empty() : Optional.of(new MemberId(by)),
        row.getObject("asked_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getString("email") == null ? place(row) : person(row));
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getString("name"),
        row.getString("telephone"),
        Finess.of(row.getString("finess")),
        ZoneId.of(row.getString("zone")));
  }

  private static Person person(ResultSet row) throws SQLException {
    Invited invited =
        new Invited(
            new EmailAddress(row.getString("email")),
            new PersonName(row.getString("name")),
            Role.of(row.getInt("role")),
            number(row, "pharmacy").map(PharmacyId::new),
            Optional.ofNullable(row.getString("rpps")).map(Rpps::of));
    return new Person(invited, number(row, "renews").map(MemberId::new));
  }

  private static Optional<Long> number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }

  private static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
