package souspli.members;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import souspli.approvals.Proposal.Person;
import souspli.approvals.Proposal.Why;
import souspli.approvals.Proposals;
import souspli.directory.Directory;
import souspli.pharmacies.Pharmacies;
import souspli.staff.Act;
import souspli.staff.Acting;
import souspli.staff.Acting.NotAllowed;
import souspli.staff.Invitation.Invited;
import souspli.staff.InvitationSecret;
import souspli.staff.Invitations;
import souspli.staff.Member;
import souspli.staff.Members;
import souspli.staff.Role;
import souspli.trail.About;
import souspli.trail.Trail;
import souspli.trail.TrailKind;

/**
 * Somebody is invited, by an administrator or, as a pharmacist of the same pharmacy, by its manager. The answer holds
 * the secret, which is shown once and stored nowhere; or it says why a second person has to agree first.
 */
@Dependent
public class Invite {

  private final DataSource database;
  private final Members members;
  private final Pharmacies pharmacies;
  private final Directory directory;
  private final Trail trail;
  private final InstantSource clock;
  private final SecureRandom random;

  @Inject
  public Invite(
      DataSource database,
      Members members,
      Pharmacies pharmacies,
      Directory directory,
      Trail trail,
      InstantSource clock,
      SecureRandom random) {
    this.database = database;
    this.members = members;
    this.pharmacies = pharmacies;
    this.directory = directory;
    this.trail = trail;
    this.clock = clock;
    this.random = random;
  }

  /** What became of it. */
  public sealed interface Answer {
    /** The secret belongs behind the {@code #} of the invitation's address. */
    record Made(Invited invited, InvitationSecret secret) implements Answer {}

    /** There is no secret before somebody else has agreed. */
    record Waits(Why why) implements Answer {}

    /** Somebody with this address works here: to change role or pharmacy, disable them first. */
    record WorksHere() implements Answer {}

    /** Who works in a pharmacy is named by a number that the directory has. */
    record NoNumber() implements Answer {}
  }

  @Transactional
  public Answer invite(Acting acting, Invited invited) {
    acting.require(Act.INVITE);
    if (!acting.reaches(invited.role(), invited.pharmacy())) {
      throw new NotAllowed(acting.role() + " invited a " + invited.role() + " beyond reach");
    }
    if (invited.role().inPharmacy() && invited.rpps().isEmpty()) {
      return new Answer.NoNumber();
    }
    Optional<Member> known = members.find(invited.email());
    if (known.isPresent() && !(known.get().disabled() && reaches(acting, known.get()))) {
      return new Answer.WorksHere();
    }
    Instant now = clock.instant();
    Optional<Why> why = whyNotAtOnce(invited);
    try (Connection db = database.getConnection()) {
      if (why.isPresent()) {
        Person person = new Person(invited, Optional.empty());
        Proposals.ask(db, random, why.get(), person, Optional.of(acting.member()), now);
        trail.note(acting, TrailKind.INVITATION_ASKED_FOR, About.somebodyIn(invited.pharmacy()));
        return new Answer.Waits(why.get());
      }
      InvitationSecret secret = InvitationSecret.fresh(random);
      Invitations.make(db, secret, invited, now, acting.member());
      trail.note(acting, TrailKind.INVITED, About.somebodyIn(invited.pharmacy()));
      return new Answer.Made(invited, secret);
    } catch (SQLException e) {
      throw new IllegalStateException("an invitation could not be written", e);
    }
  }

  /** Why whoever asks is not enough. What cannot be looked up counts as not found. */
  private Optional<Why> whyNotAtOnce(Invited invited) {
    if (isOfAnAdministrator(invited)) {
      return Optional.of(Why.ADMINISTRATOR);
    }
    if (invited.pharmacy().isEmpty()) {
      return Optional.empty();
    }
    return switch (directory.standTogether(
        invited.rpps().orElseThrow(), pharmacies.get(invited.pharmacy().get()).finess())) {
      case TOGETHER -> Optional.empty();
      case APART -> Optional.of(Why.NOT_IN_DIRECTORY);
      case NEVER_LOADED -> Optional.of(Why.NO_DIRECTORY);
    };
  }

  static boolean isOfAnAdministrator(Invited invited) {
    return invited.role() == Role.ADMINISTRATOR;
  }

  private static boolean reaches(Acting acting, Member known) {
    return acting.reaches(known.role(), known.pharmacy());
  }
}
