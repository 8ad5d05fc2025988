package souspli.signin;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import souspli.fixtures.ADatabase;
import souspli.fixtures.Lines;
import souspli.fixtures.Transactions;
import souspli.keys.KeyDirectory;
import souspli.limits.ClientAddress;
import souspli.mail.Letter;
import souspli.mail.Notices;
import souspli.pharmacies.Pharmacies;
import souspli.staff.EmailAddress;
import souspli.staff.Invitation.Invited;
import souspli.staff.InvitationSecret;
import souspli.staff.Invitations;
import souspli.staff.Member;
import souspli.staff.Members;
import souspli.staff.PersonName;
import souspli.staff.RecoveryCode;
import souspli.staff.Role;
import souspli.trail.Peer;
import souspli.trail.Trail;

/** Sign-in and invitations on the real database and keys, with one clock to turn for all, and without a server. */
final class ADoor {

  static final String EMAIL = "ada@example.org";
  static final String PASSWORD = "tournesol-velo-17-kiwi";

  private final SecureRandom random = new SecureRandom();
  final Transactions transactions = new Transactions();
  private final AtomicInteger neighbourhood = new AtomicInteger();
  volatile Instant now = Instant.now();
  private final InstantSource clock = () -> now;

  final List<Letter> letters = new ArrayList<>();
  /** Of whoever joined last. */
  List<RecoveryCode> codes = List.of();

  final DataSource database;
  final Sessions sessions;
  final AcceptInvitation accept;
  private final SignIn signIn;
  private final Members members;

  /** The keys lie in {@code directory}; the database is fresh. */
  ADoor(Path directory) {
    ADatabase.fresh();
    database = ADatabase.at(clock);
    KeyDirectory keys = KeyDirectory.openOrMake(directory.resolve("keys"), random);
    keys.makeAhead(LocalDate.ofInstant(now, ZoneOffset.UTC), Set.of());
    members = new Members(transactions.entities(), random);
    Passwords passwords = new Passwords(random);
    Waits waits = new Waits(keys, clock);
    Trail trail = new Trail(database, Peer.at(place()), clock, random);
    accept =
        new AcceptInvitation(
            database, members, new Pharmacies(transactions.entities()), passwords, keys, trail, clock, random);
    sessions = new Sessions(members, new Pharmacies(transactions.entities()), trail, clock);
    Notices notices = new Notices(letters::add);
    CheckFactors factors = new CheckFactors(database, members, waits, trail, keys, notices, clock, random);
    signIn = new SignIn(database, members, passwords, factors, waits);
  }

  void disable(String email) {
    transactions.run(
        () -> {
          members.find(new EmailAddress(email)).orElseThrow().disable(LocalDate.ofInstant(now, ZoneOffset.UTC));
          return null;
        });
  }

  TotpSecret join() throws Exception {
    return join(EMAIL);
  }

  /** Accepts with the digits of half a minute ago, so that the present ones are left. */
  TotpSecret join(String email) throws Exception {
    InvitationSecret secret = invite(email);
    Enrolment enrolment = transactions.run(() -> accept.begin(secret)).orElseThrow();
    String digits = enrolment.secret().digitsAt(now.minusSeconds(30));
    AcceptInvitation.Answer answer = accept(secret, enrolment.sealed(), digits);
    codes = assertInstanceOf(AcceptInvitation.Answer.Accepted.class, answer).codes();
    return enrolment.secret();
  }

  AcceptInvitation.Answer accept(InvitationSecret secret, String sealed, String digits) {
    return transactions.run(() -> accept.accept(secret, sealed, PASSWORD, digits));
  }

  InvitationSecret invite(String email) throws Exception {
    InvitationSecret secret = InvitationSecret.fresh(random);
    Invited invited =
        new Invited(new EmailAddress(email), new PersonName("Ada Byron"), Role.ADMINISTRATOR, Optional.empty());
    try (Connection db = database.getConnection()) {
      Invitations.make(db, secret, invited, now);
    }
    return secret;
  }

  /** An invitation by which who works here gets new factors. */
  InvitationSecret renew(String email) throws Exception {
    InvitationSecret secret = InvitationSecret.fresh(random);
    Member member = member(email);
    try (Connection db = database.getConnection()) {
      Invitations.make(db, secret, Invited.as(member), now, member.id(), Optional.of(member.id()));
    }
    return secret;
  }

  /** Runs it with all rights. */
  void owner(String sql) throws Exception {
    try (Connection db = ADatabase.owner().getConnection()) {
      db.createStatement().execute(sql);
    }
  }

  SignIn.Answer signIn(String email, String password, String digits) {
    return signIn(email, password, digits, place());
  }

  /** A try takes its millisecond, as the fastest of them does. */
  SignIn.Answer signIn(String email, String password, String digits, ClientAddress from) {
    now = now.plusMillis(1);
    return transactions.run(() -> signIn.signIn(new SignIn.Typed(email, password, digits), from));
  }

  List<String> trail() throws SQLException {
    try (Connection db = database.getConnection()) {
      return Lines.ofTheTrail(db);
    }
  }

  /** A neighbourhood that nobody else is in. */
  ClientAddress place() {
    int number = neighbourhood.incrementAndGet();
    return new ClientAddress(InetAddress.ofLiteral("11." + number / 250 + "." + number % 250 + ".7"));
  }

  Member member(String email) {
    return transactions.run(() -> members.find(new EmailAddress(email)).orElseThrow());
  }
}
