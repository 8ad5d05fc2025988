package souspli.approvals;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import souspli.directory.Directory;
import souspli.directory.Rpps;
import souspli.fixtures.ADatabase;
import souspli.fixtures.Transactions;
import souspli.limits.ClientAddress;
import souspli.members.Invite;
import souspli.members.RenewFactors;
import souspli.pharmacies.Pharmacies;
import souspli.sealedlink.PharmacyId;
import souspli.staff.Acting;
import souspli.staff.EmailAddress;
import souspli.staff.Invitation;
import souspli.staff.Invitation.Invited;
import souspli.staff.InvitationSecret;
import souspli.staff.Invitations;
import souspli.staff.Member;
import souspli.staff.MemberId;
import souspli.staff.Members;
import souspli.staff.PersonName;
import souspli.staff.Role;
import souspli.trail.Peer;
import souspli.trail.Trail;

/** Two administrators, a manager and their use cases on a fresh database, with a clock to turn and without a server. */
final class ADesk {
  static final PharmacyId STATION = new PharmacyId(7);
  static final Rpps KNOWN = new Rpps("99000000001");
  static final Rpps UNKNOWN = new Rpps("99000000002");

  private final SecureRandom random = new SecureRandom();
  private final Transactions transactions = new Transactions();
  private final DataSource database = ADatabase.fresh();
  private final Members members = new Members(transactions.entities(), random);
  Instant now = Instant.parse("2026-11-24T10:00:00Z");

  final Acting anne;
  final Acting luc;
  final Acting ines;
  final Acting claire;
  final Invite invite;
  final RenewFactors renew;
  final Approve approve;
  final TurnDown turnDown;
  final ProposePharmacy propose;
  final SeeProposals see;

  ADesk() {
    owner("INSERT INTO pharmacy VALUES (7, 'Pharmacie de la Gare', '0102030405', '990000002', 'Europe/Paris')");
    owner("INSERT INTO directory_load VALUES (1, '2026-11-20')");
    owner("INSERT INTO professional VALUES ('99000000001', '990000002', 'Léa Roux')");
    anne = member("Anne Moreau", Role.ADMINISTRATOR, Optional.empty());
    luc = member("Luc Garnier", Role.ADMINISTRATOR, Optional.empty());
    ines = member("Inès Robert", Role.MANAGER, Optional.of(STATION));
    claire = member("Claire Martin", Role.PHARMACIST, Optional.of(STATION));
    InstantSource clock = () -> now;
    Pharmacies pharmacies = new Pharmacies(transactions.entities());
    Peer here = Peer.at(new ClientAddress(InetAddress.ofLiteral("192.0.2.1")));
    Trail trail = new Trail(database, here, clock, random);
    invite = new Invite(database, members, pharmacies, new Directory(database), trail, clock, random);
    renew = new RenewFactors(database, members, trail, clock, random);
    approve = new Approve(database, members, pharmacies, trail, clock, random);
    turnDown = new TurnDown(database, trail, clock);
    propose = new ProposePharmacy(database, pharmacies, trail, clock, random);
    see = new SeeProposals(database, clock);
  }

  private Acting member(String name, Role role, Optional<PharmacyId> where) {
    MemberId id = MemberId.fresh(random);
    String of = where.map(pharmacy -> Long.toString(pharmacy.value())).orElse("NULL");
    owner(
        "INSERT INTO member (member, email, name, role, pharmacy) VALUES (%d, '%s@example.org', '%s', %d, %s)"
            .formatted(id.value(), id.text(), name, role.code(), of));
    return new Acting(id, role, where, Acting.Proof.FRESH);
  }

  /** Runs it with all rights. */
  void owner(String sql) {
    try (Connection db = ADatabase.owner().getConnection();
        PreparedStatement statement = db.prepareStatement(sql)) {
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long count(String what) {
    try (Connection db = ADatabase.owner().getConnection();
        ResultSet row = db.createStatement().executeQuery("SELECT COUNT(*) FROM " + what)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  <T> T in(Supplier<T> work) {
    return transactions.run(work);
  }

  Invite.Answer invite(Acting by, Invited invited) {
    return in(() -> invite.invite(by, invited));
  }

  Approve.Answer approve(Acting by, Proposal proposal, String reason) {
    return in(() -> approve.approve(by, proposal.id(), reason));
  }

  /** The only one that waits. */
  Proposal waiting() {
    var waiting = see.waiting(anne);
    if (waiting.size() != 1) {
      throw new AssertionError(waiting.size() + " wait");
    }
    return waiting.getFirst();
  }

  Member known(Acting acting) {
    return in(() -> members.find(acting.member()).orElseThrow());
  }

  Optional<Invitation> open(InvitationSecret secret) {
    try (Connection db = database.getConnection()) {
      return Invitations.find(db, secret, now);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static Invited administrator() {
    return new Invited(
        new EmailAddress("new@example.org"), new PersonName("Zoé Petit"), Role.ADMINISTRATOR, Optional.empty());
  }

  static Invited pharmacist(Rpps rpps) {
    return new Invited(
        new EmailAddress("lea@example.org"),
        new PersonName("Léa Roux"),
        Role.PHARMACIST,
        Optional.of(STATION),
        Optional.of(rpps));
  }
}
