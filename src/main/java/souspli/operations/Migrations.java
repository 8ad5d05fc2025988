package souspli.operations;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables as this version knows them: the files of {@code db/migrations}, applied in order and never edited. */
public final class Migrations {
  private final Flyway flyway;

  /** @param account the migrating one for {@link #apply}; any that reads {@code schema_history} for the rest */
  public Migrations(DataSource account) {
    this.flyway =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(account)
            .locations("classpath:db/migrations")
            .table("schema_history")
            .placeholderReplacement(false)
            .ignoreMigrationPatterns(new String[0]) // tables of a later version are not ours either
            .load();
  }

  /**
   * Applies what is missing, each file once, also when two do it at the same time.
   *
   * @return how many files were applied
   * @throws FlywayException when one fails or an applied one was edited afterwards
   */
  public int apply() {
    return flyway.migrate().migrationsExecuted;
  }

  /** Whether the tables are exactly those of this version: nothing missing, edited or newer. Changes nothing. */
  public boolean areApplied() {
    return flyway.validateWithResult().validationSuccessful;
  }
}
