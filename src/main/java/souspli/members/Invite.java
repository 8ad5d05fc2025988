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
import souspli.staff.Act;
import souspli.staff.Acting;
import souspli.staff.Acting.NotAllowed;
import souspli.staff.Invitation.Invited;
import souspli.staff.InvitationSecret;
import souspli.staff.Invitations;
import souspli.staff.Member;
import souspli.staff.Members;
import souspli.trail.About;
import souspli.trail.Trail;
import souspli.trail.TrailKind;

/**
 * Somebody is invited, by an administrator or, as a pharmacist of the same pharmacy, by its manager. The answer holds
 * the secret, which is shown once and stored nowhere.
 */
@Dependent
public class Invite {

  private final DataSource database;
  private final Members members;
  private final Trail trail;
  private final InstantSource clock;
  private final SecureRandom random;

  @Inject
  public Invite(DataSource database, Members members, Trail trail, InstantSource clock, SecureRandom random) {
    this.database = database;
    this.members = members;
    this.trail = trail;
    this.clock = clock;
    this.random = random;
  }

  /** What became of it. */
  public sealed interface Answer {
    /** The secret belongs behind the {@code #} of the invitation's address. */
    record Made(InvitationSecret secret, Instant expiresAt) implements Answer {}

    /** Somebody with this address works here: to change role or factors, disable them first. */
    record WorksHere() implements Answer {}
  }

  @Transactional
  public Answer invite(Acting acting, Invited invited) {
    acting.require(Act.INVITE);
    if (!acting.reaches(invited.role(), invited.pharmacy())) {
      throw new NotAllowed(acting.role() + " invited a " + invited.role() + " beyond reach");
    }
    Optional<Member> known = members.find(invited.email());
    if (known.isPresent() && !(known.get().disabled() && reaches(acting, known.get()))) {
      return new Answer.WorksHere();
    }
    Instant now = clock.instant();
    InvitationSecret secret = InvitationSecret.fresh(random);
    try (Connection db = database.getConnection()) {
      Invitations.make(db, secret, invited, now, acting.member());
    } catch (SQLException e) {
      throw new IllegalStateException("an invitation could not be written", e);
    }
    trail.note(acting, TrailKind.INVITED, About.somebodyIn(invited.pharmacy()));
    return new Answer.Made(secret, now.plus(Invitations.LIFE));
  }

  private static boolean reaches(Acting acting, Member known) {
    return acting.reaches(known.role(), known.pharmacy());
  }
}
