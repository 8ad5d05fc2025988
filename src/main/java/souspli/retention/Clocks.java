package souspli.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/** The time by which something may end for good: only when our clock and the database's tell the same. */
@Dependent
public class Clocks {
  private static final Duration APART = Duration.ofMinutes(5);

  private final DataSource database;
  private final InstantSource clock;

  @Inject
  public Clocks(DataSource database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Empty when they are more than five minutes apart. */
  public Optional<Instant> agreed() throws SQLException {
    try (Connection db = database.getConnection();
        PreparedStatement select = db.prepareStatement("SELECT UTC_TIMESTAMP()");
        ResultSet row = select.executeQuery()) {
      row.next();
      Instant theirs = row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
      Instant ours = clock.instant();
      return Optional.of(ours).filter(now -> Duration.between(theirs, now).abs().compareTo(APART) <= 0);
    }
  }
}
