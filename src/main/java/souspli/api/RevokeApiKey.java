package souspli.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import souspli.staff.Act;
import souspli.staff.Acting;
import souspli.trail.Trail;
import souspli.trail.TrailKind;

/** A program is let in no longer, from its next call on. */
@Dependent
public class RevokeApiKey {
  private final DataSource database;
  private final Trail trail;
  private final InstantSource clock;

  @Inject
  public RevokeApiKey(DataSource database, Trail trail, InstantSource clock) {
    this.database = database;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Only of the own pharmacy; revoking twice changes nothing.
   *
   * @param id of the row, as the page of keys names it
   */
  @Transactional
  public void revoke(Acting acting, long id) {
    acting.require(Act.REVOKE_API_KEY);
    try (Connection db = database.getConnection()) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      if (ApiKeys.revoke(db, id, acting.pharmacyId(), today)) {
        trail.note(acting, TrailKind.API_KEY_REVOKED);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a key could not be revoked", e);
    }
  }
}
