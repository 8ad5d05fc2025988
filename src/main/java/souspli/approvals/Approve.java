package souspli.approvals;

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
import souspli.approvals.Proposal.Place;
import souspli.pharmacies.Pharmacies;
import souspli.pharmacies.Pharmacy;
import souspli.sealedlink.PharmacyId;
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
 * An administrator lets happen what somebody else asked for. Here alone an invitation gets the secret it waited for.
 */
@Dependent
public class Approve {

  private final DataSource database;
  private final Members members;
  private final Pharmacies pharmacies;
  private final Trail trail;
  private final InstantSource clock;
  private final SecureRandom random;

  @Inject
  public Approve(
      DataSource database,
      Members members,
      Pharmacies pharmacies,
      Trail trail,
      InstantSource clock,
      SecureRandom random) {
    this.database = database;
    this.members = members;
    this.pharmacies = pharmacies;
    this.trail = trail;
    this.clock = clock;
    this.random = random;
  }

  /** What came of it. */
  public sealed interface Answer {
    /** The secret belongs behind the {@code #} of the invitation's address. */
    record Invitable(Invited invited, InvitationSecret secret) implements Answer {}

    record Added(Pharmacy pharmacy) implements Answer {}

    /** Decided already, too old, or asked for by somebody who has been disabled since. */
    record Gone() implements Answer {}

    /** On what grounds? Nothing was decided. */
    record NoReason() implements Answer {}

    /** Somebody has that address, or a pharmacy that number, by now. Nothing was decided. */
    record Taken() implements Answer {}
  }

  /**
   * Throws {@link NotAllowed} for whoever asked for it.
   *
   * @param reason as it was typed
   */
  @Transactional
  public Answer approve(Acting acting, long id, String reason) {
    acting.require(Act.DECIDE_PROPOSAL);
    Instant now = clock.instant();
    try (Connection db = database.getConnection()) {
      Optional<Proposal> found = Proposals.lock(db, id, now);
      if (found.isEmpty()) {
        return new Answer.Gone();
      }
      Proposal proposal = found.get();
      if (proposal.askedBy().filter(acting.member()::equals).isPresent()) {
        throw new NotAllowed("somebody approved what they had asked for");
      }
      String grounds = Reason.of(reason);
      if (proposal.why().needsReason() && grounds.isEmpty()) {
        return new Answer.NoReason();
      }
      if (isTaken(proposal)) {
        return new Answer.Taken();
      }
      if (!Proposals.decide(db, proposal, acting.member(), true, grounds, now)) {
        return new Answer.Gone();
      }
      return switch (proposal.content()) {
        case Person person -> invite(db, acting, person, now);
        case Place place -> add(acting, place);
      };
    } catch (SQLException e) {
      throw new IllegalStateException("a proposal could not be approved", e);
    }
  }

  /** As when it was asked for: an address of nobody who works here, or of exactly who gets new factors. */
  private boolean isTaken(Proposal proposal) {
    return switch (proposal.content()) {
      case Person person -> {
        Optional<Member> known = members.find(person.invited().email()).filter(member -> !member.disabled());
        yield !known.map(Member::id).equals(person.renews());
      }
      case Place place -> pharmacies.all().stream().anyMatch(pharmacy -> pharmacy.finess().equals(place.finess()));
    };
  }

  private Answer invite(Connection db, Acting acting, Person person, Instant now) throws SQLException {
    InvitationSecret secret = InvitationSecret.fresh(random);
    Invitations.make(db, secret, person.invited(), now, acting.member(), person.renews());
    trail.note(acting, TrailKind.INVITATION_APPROVED, About.somebodyIn(person.invited().pharmacy()));
    return new Answer.Invitable(person.invited(), secret);
  }

  private Answer add(Acting acting, Place place) {
    Pharmacy pharmacy =
        new Pharmacy(
            PharmacyId.fresh(random), place.name(), place.telephone(), place.finess().text(), place.zone());
    pharmacies.add(pharmacy);
    trail.note(acting, TrailKind.PHARMACY_APPROVED, About.somebodyIn(Optional.of(pharmacy.id())));
    return new Answer.Added(pharmacy);
  }
}
