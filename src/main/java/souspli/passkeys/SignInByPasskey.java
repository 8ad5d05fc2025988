package souspli.passkeys;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import souspli.staff.Member;
import souspli.staff.MemberId;
import souspli.staff.Members;
import souspli.trail.Trail;
import souspli.trail.TrailKind;

/**
 * Somebody signs in with a passkey alone: having the device and being verified by it are two factors. A passkey lets in
 * exactly where password and digits would: a disabled member, or one whose digits were guessed at too often, stays out.
 */
@Dependent
public class SignInByPasskey {

  private final DataSource database;
  private final Members members;
  private final Challenges challenges;
  private final Ceremonies ceremonies;
  private final Trail trail;
  private final InstantSource clock;

  @Inject
  public SignInByPasskey(
      DataSource database,
      Members members,
      Challenges challenges,
      Ceremonies ceremonies,
      Trail trail,
      InstantSource clock) {
    this.database = database;
    this.members = members;
    this.challenges = challenges;
    this.ceremonies = ceremonies;
    this.trail = trail;
    this.clock = clock;
  }

  /** The user handle that a member's passkeys carry: eight random bytes that say nothing of the person. */
  static byte[] handle(MemberId member) {
    return ByteBuffer.allocate(Long.BYTES).putLong(member.value()).array();
  }

  /** Who it is; nobody for whatever reason. Steps are those of WebAuthn level 2, section 7.2. */
  @Transactional
  public Optional<Member> signIn(Assertion assertion) {
    try (Connection db = database.getConnection()) {
      // 12. first of all, so that one challenge is one try
      Optional<Challenge> challenge = challenges.fromSignIn(db, ceremonies.challenge(assertion.clientData()));
      // 6, 7. whose passkey it is; the authenticator has to say so too
      Optional<Passkey> passkey =
          challenge.isPresent() && assertion.userHandle().isPresent()
              ? Passkeys.lock(db, assertion.credentialId())
              : Optional.empty();
      if (passkey.isEmpty()) {
        return refused(Optional.empty());
      }
      Optional<Member> member = judge(db, passkey.get(), assertion, challenge.get());
      if (member.isEmpty()) {
        return refused(members.find(passkey.get().member()));
      }
      trail.note(member.get().acting(), TrailKind.SIGNED_IN_BY_PASSKEY);
      return member;
    } catch (SQLException e) {
      throw new IllegalStateException("a passkey could not be looked up", e);
    }
  }

  private Optional<Member> refused(Optional<Member> claimed) {
    trail.refused(TrailKind.REFUSED, claimed);
    return Optional.empty();
  }

  /** Whether it is still this member, who has signed in before; nobody for whatever reason. */
  @Transactional
  public Optional<Member> prove(MemberId expected, UnaryOperator<String> field) {
    Optional<Assertion> assertion = Assertion.parse(field);
    if (assertion.isEmpty()) {
      return Optional.empty();
    }
    try (Connection db = database.getConnection()) {
      Optional<Challenge> challenge =
          challenges.fromProving(db, ceremonies.challenge(assertion.get().clientData()), expected);
      // 6. we know whose it has to be
      Optional<Passkey> passkey =
          challenge.isPresent() ? Passkeys.lock(db, assertion.get().credentialId()) : Optional.empty();
      return passkey.filter(own -> own.member().equals(expected)).isPresent()
          ? judge(db, passkey.get(), assertion.get(), challenge.get())
          : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("a passkey could not be looked up", e);
    }
  }

  private Optional<Member> judge(Connection db, Passkey passkey, Assertion assertion, Challenge challenge)
      throws SQLException {
    // 6. it is the one that the authenticator says, if it says so, who still works here with the same factors
    Optional<Member> member =
        members
            .find(passkey.member())
            .filter(Member::active)
            .filter(who -> MessageDigest.isEqual(Passkeys.factor(who), passkey.factor()))
            .filter(who -> MessageDigest.isEqual(handle(who.id()), assertion.userHandle().orElse(handle(who.id()))));
    // 11, 13 to 20. type, origin, relying party, presence, verification, backup flags, signature
    Optional<Ceremonies.Used> used = member.flatMap(who -> ceremonies.use(passkey, assertion, challenge));
    if (used.isEmpty()) {
      return Optional.empty();
    }
    // 21. the counter went forward, or has always been 0
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Passkeys.used(db, passkey, used.get().signatures(), used.get().backedUp(), today);
    return member;
  }
}
