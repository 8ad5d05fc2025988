package souspli.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import souspli.staff.Act;
import souspli.staff.Acting;

/** Which programs a pharmacy has let in; never a key. */
@Dependent
class SeeApiKeys {
  private final DataSource database;

  @Inject
  SeeApiKeys(DataSource database) {
    this.database = database;
  }

  /** Those that work first. */
  public List<ApiKeys.Line> all(Acting acting) {
    acting.require(Act.SEE_API_KEYS);
    try (Connection db = database.getConnection()) {
      return ApiKeys.of(db, acting.pharmacyId());
    } catch (SQLException e) {
      throw new IllegalStateException("the keys could not be read", e);
    }
  }
}
