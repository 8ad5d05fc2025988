package souspli.approvals;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import souspli.approvals.Proposal.Person;
import souspli.approvals.Proposal.Place;
import souspli.staff.Act;
import souspli.staff.Acting;
import souspli.staff.Acting.NotAllowed;
import souspli.trail.About;
import souspli.trail.Trail;
import souspli.trail.TrailKind;

/** An administrator does not let happen what somebody else asked for. */
@Dependent
public class TurnDown {

  private final DataSource database;
  private final Trail trail;
  private final InstantSource clock;

  @Inject
  public TurnDown(DataSource database, Trail trail, InstantSource clock) {
    this.database = database;
    this.trail = trail;
    this.clock = clock;
  }

  /** Whether it still waited. Throws {@link NotAllowed} for whoever asked for it. */
  @Transactional
  public boolean turnDown(Acting acting, long id, String reason) {
    acting.require(Act.DECIDE_PROPOSAL);
    Instant now = clock.instant();
    try (Connection db = database.getConnection()) {
      Optional<Proposal> proposal = Proposals.lock(db, id, now);
      if (proposal.isEmpty()) {
        return false;
      }
      if (proposal.get().askedBy().filter(acting.member()::equals).isPresent()) {
        throw new NotAllowed("somebody decided what they had asked for");
      }
      if (!Proposals.decide(db, proposal.get(), acting.member(), false, Reason.of(reason), now)) {
        return false;
      }
      switch (proposal.get().content()) {
        case Person(var invited, var renews) ->
            trail.note(acting, TrailKind.INVITATION_TURNED_DOWN, About.somebodyIn(invited.pharmacy()));
        case Place place -> trail.note(acting, TrailKind.PHARMACY_TURNED_DOWN);
      }
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException("a proposal could not be turned down", e);
    }
  }
}
