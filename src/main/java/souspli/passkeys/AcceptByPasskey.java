package souspli.passkeys;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import souspli.staff.Invitation;
import souspli.staff.InvitationSecret;
import souspli.staff.Invitations;
import souspli.staff.Member;
import souspli.staff.MemberId;
import souspli.staff.Members;
import souspli.trail.Trail;
import souspli.trail.TrailKind;

/**
 * Somebody who was invited comes in with a passkey alone: no password, no digits, nothing to type. As with a password,
 * who is made, in which role and where, comes from the invitation alone.
 */
@Dependent
public class AcceptByPasskey {

  private final DataSource database;
  private final Members members;
  private final Challenges challenges;
  private final Ceremonies ceremonies;
  private final Trail trail;
  private final InstantSource clock;
  private final SecureRandom random;

  @Inject
  public AcceptByPasskey(
      DataSource database,
      Members members,
      Challenges challenges,
      Ceremonies ceremonies,
      Trail trail,
      InstantSource clock,
      SecureRandom random) {
    this.database = database;
    this.members = members;
    this.challenges = challenges;
    this.ceremonies = ceremonies;
    this.trail = trail;
    this.clock = clock;
    this.random = random;
  }

  /**
   * What a browser needs to make one.
   *
   * @param id under which the member will be known; bound to the invitation by the challenge's proof
   */
  record Offer(MemberId id, Invitation invitation, Challenge challenge) {}

  /** Opens an invitation: nothing is used up. Empty where it is refused. */
  Optional<Offer> offer(InvitationSecret secret) {
    try (Connection db = database.getConnection()) {
      Optional<Invitation> invitation = Invitations.find(db, secret, clock.instant());
      Optional<MemberId> id = invitation.flatMap(members::idFor);
      return id.map(whose -> new Offer(whose, invitation.get(), challenges.forAccepting(whose, secret)));
    } catch (SQLException e) {
      throw new IllegalStateException("an invitation could not be read", e);
    }
  }

  /**
   * Accepts it; nobody for whatever reason.
   *
   * @param id as it was offered
   * @param name of the passkey, 1 to 60 printable characters
   */
  @Transactional
  public Optional<Member> accept(
      InvitationSecret secret, MemberId id, String name, byte[] attestation, byte[] clientData) {
    Instant now = clock.instant();
    try (Connection db = database.getConnection()) {
      Optional<Invitation> invitation = Invitations.find(db, secret, now);
      Optional<Challenge> challenge =
          challenges.fromAccepting(db, ceremonies.challenge(clientData), id, secret);
      Optional<Ceremonies.Added> added = challenge.flatMap(c -> ceremonies.add(attestation, clientData, c));
      boolean returning = invitation.isPresent() && members.find(invitation.get().email()).isPresent();
      if (invitation.isEmpty()
          || added.isEmpty()
          || !isFor(id, invitation.get(), returning)
          || !name.matches("\\P{Cntrl}{1,60}")
          || Passkeys.lock(db, added.get().credentialId()).isPresent()) {
        return Optional.empty();
      }
      // from here on it is decided: of all who come this far at once, one statement lets one pass
      Optional<Invitation> usedUp = Invitations.useUp(db, secret, now);
      if (usedUp.isEmpty()) {
        return Optional.empty();
      }
      Member member = members.welcome(usedUp.get(), id);
      Passkeys.add(db, passkey(member, added.get(), name, LocalDate.ofInstant(now, ZoneOffset.UTC)));
      TrailKind back = usedUp.get().renews().isPresent() ? TrailKind.FACTORS_RENEWED : TrailKind.CAME_BACK;
      trail.note(member.acting(), returning ? back : TrailKind.JOINED);
      return Optional.of(member);
    } catch (SQLException e) {
      throw new IllegalStateException("an invitation could not be accepted", e);
    }
  }

  /** Whether it names whom the invitation is for: the member of that address, or nobody yet. */
  private boolean isFor(MemberId id, Invitation invitation, boolean returning) {
    Optional<MemberId> allowed = members.idFor(invitation);
    return returning ? allowed.filter(id::equals).isPresent() : allowed.isPresent() && members.find(id).isEmpty();
  }

  private Passkey passkey(Member member, Ceremonies.Added added, String name, LocalDate today) {
    return new Passkey(
        random.nextLong(1, Long.MAX_VALUE),
        member.id(),
        added.credentialId(),
        added.credential(),
        added.signatures(),
        added.backupEligible(),
        added.backedUp(),
        Passkeys.factor(member),
        name,
        today,
        Optional.empty());
  }
}
