package souspli.approvals;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import souspli.staff.Act;
import souspli.staff.Acting;

/** An administrator looks at what waits, their own included. */
@Dependent
public class SeeProposals {

  private final DataSource database;
  private final InstantSource clock;

  @Inject
  public SeeProposals(DataSource database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  public List<Proposal> waiting(Acting acting) {
    acting.require(Act.SEE_PROPOSALS);
    try (Connection db = database.getConnection()) {
      return Proposals.waiting(db, clock.instant());
    } catch (SQLException e) {
      throw new IllegalStateException("proposals could not be read", e);
    }
  }
}
