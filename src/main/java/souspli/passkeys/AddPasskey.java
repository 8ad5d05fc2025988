package souspli.passkeys;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import souspli.staff.Act;
import souspli.staff.Acting;
import souspli.staff.Member;
import souspli.staff.Members;
import souspli.trail.Trail;
import souspli.trail.TrailKind;

/**
 * A member adds a passkey: first the six digits, then within five minutes the browser's own dialogue. Whoever finds a
 * counter left open adds none. All other sessions of the member end.
 */
@Dependent
public class AddPasskey {
  /** Of one member. */
  static final int MOST = 10;

  private final DataSource database;
  private final Members members;
  private final FactorAgain factors;
  private final Challenges challenges;
  private final Ceremonies ceremonies;
  private final Trail trail;
  private final InstantSource clock;
  private final SecureRandom random;

  @Inject
  public AddPasskey(
      DataSource database,
      Members members,
      FactorAgain factors,
      Challenges challenges,
      Ceremonies ceremonies,
      Trail trail,
      InstantSource clock,
      SecureRandom random) {
    this.database = database;
    this.members = members;
    this.factors = factors;
    this.challenges = challenges;
    this.ceremonies = ceremonies;
    this.trail = trail;
    this.clock = clock;
    this.random = random;
  }

  /** What came of asking. */
  public sealed interface Answer {
    /** The browser may make one; not one more on a device that has one of {@code known}. */
    record Asked(Member member, Challenge challenge, List<Passkey> known) implements Answer {}

    /** A passkey is called by 1 to 60 printable characters. */
    record NoName() implements Answer {}

    /** Or, for who has passkeys alone, no touch lately. */
    record WrongDigits() implements Answer {}

    /** Some that are no longer used should be removed first. */
    record TooMany() implements Answer {}
  }

  @Transactional
  public Answer ask(Acting acting, String typedName, String digits) {
    acting.require(Act.HAVE_PASSKEYS);
    if (name(typedName).isEmpty()) {
      return new Answer.NoName();
    }
    try (Connection db = database.getConnection()) {
      List<Passkey> known = Passkeys.of(db, members.find(acting.member()).orElseThrow());
      if (known.size() >= MOST) {
        return new Answer.TooMany();
      }
      return factors
          .shown(acting, digits)
          .<Answer>map(member -> new Answer.Asked(member, challenges.forAdding(member.id()), known))
          .orElseGet(Answer.WrongDigits::new);
    } catch (SQLException e) {
      throw new IllegalStateException("passkeys could not be read", e);
    }
  }

  /** The member with one passkey more; nobody where the challenge is not theirs, used or old, or it is not whole. */
  @Transactional
  public Optional<Member> add(Acting acting, String typedName, byte[] attestation, byte[] clientData) {
    acting.require(Act.HAVE_PASSKEYS);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Optional<String> name = name(typedName);
    try (Connection db = database.getConnection()) {
      Optional<Member> member = members.lock(acting.member()).filter(Member::active);
      Optional<Challenge> challenge =
          challenges.fromAdding(db, ceremonies.challenge(clientData), acting.member());
      Optional<Ceremonies.Added> added = challenge.flatMap(c -> ceremonies.add(attestation, clientData, c));
      if (member.isEmpty()
          || name.isEmpty()
          || added.isEmpty()
          || Passkeys.of(db, member.get()).size() >= MOST
          || Passkeys.lock(db, added.get().credentialId()).isPresent()) {
        return Optional.empty();
      }
      Passkeys.add(
          db,
          new Passkey(
              random.nextLong(1, Long.MAX_VALUE),
              acting.member(),
              added.get().credentialId(),
              added.get().credential(),
              added.get().signatures(),
              added.get().backupEligible(),
              added.get().backedUp(),
              Passkeys.factor(member.get()),
              name.get(),
              today,
              Optional.empty()));
      member.get().waysInChanged();
      trail.note(acting, TrailKind.PASSKEY_ADDED);
      return member;
    } catch (SQLException e) {
      throw new IllegalStateException("a passkey could not be written", e);
    }
  }

  private static Optional<String> name(String typed) {
    return Optional.of(typed.strip()).filter(name -> name.matches("\\P{Cntrl}{1,60}"));
  }
}
