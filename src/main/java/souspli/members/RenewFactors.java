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
import souspli.staff.Act;
import souspli.staff.Acting;
import souspli.staff.Acting.NotAllowed;
import souspli.staff.Invitation.Invited;
import souspli.staff.InvitationSecret;
import souspli.staff.Invitations;
import souspli.staff.Member;
import souspli.staff.MemberId;
import souspli.staff.Members;
import souspli.trail.About;
import souspli.trail.Trail;
import souspli.trail.TrailKind;

/**
 * Somebody who works here has lost a factor: a fresh invitation, in the same role and pharmacy, by which they choose
 * new ones. Until they do so nothing changes; then everything that let in before, sessions too, is over.
 */
@Dependent
public class RenewFactors {

  private final DataSource database;
  private final Members members;
  private final Trail trail;
  private final InstantSource clock;
  private final SecureRandom random;

  @Inject
  public RenewFactors(DataSource database, Members members, Trail trail, InstantSource clock, SecureRandom random) {
    this.database = database;
    this.members = members;
    this.trail = trail;
    this.clock = clock;
    this.random = random;
  }

  /**
   * An administrator's waits for a second one, who would otherwise be taken over by the first. Nobody renews their own:
   * whoever found a session open would keep the account.
   */
  @Transactional
  public Invite.Answer renew(Acting acting, MemberId id) {
    acting.require(Act.INVITE);
    Member member = members.find(id).orElseThrow(() -> new NotAllowed("nobody of that number"));
    if (id.equals(acting.member()) || member.disabled() || !acting.reaches(member.role(), member.pharmacy())) {
      throw new NotAllowed(acting.role() + " renewed somebody beyond reach");
    }
    Instant now = clock.instant();
    Invited invited = Invited.as(member);
    try (Connection db = database.getConnection()) {
      if (Invite.isOfAnAdministrator(invited)) {
        Person person = new Person(invited, Optional.of(id));
        Proposals.ask(db, random, Why.ADMINISTRATOR, person, Optional.of(acting.member()), now);
        trail.note(acting, TrailKind.INVITATION_ASKED_FOR, About.member(member));
        return new Invite.Answer.Waits(Why.ADMINISTRATOR);
      }
      InvitationSecret secret = InvitationSecret.fresh(random);
      Invitations.make(db, secret, invited, now, acting.member(), Optional.of(id));
      trail.note(acting, TrailKind.INVITED_ANEW, About.member(member));
      return new Invite.Answer.Made(invited, secret);
    } catch (SQLException e) {
      throw new IllegalStateException("an invitation could not be written", e);
    }
  }
}
