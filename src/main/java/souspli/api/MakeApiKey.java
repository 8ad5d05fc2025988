package souspli.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
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

/** A pharmacy's manager lets a program in. The answer holds the key, which is shown once and stored nowhere. */
@Dependent
public class MakeApiKey {
  /** In use at a time, in one pharmacy. */
  static final int MOST = 10;

  private final DataSource database;
  private final Trail trail;
  private final InstantSource clock;
  private final SecureRandom random;

  @Inject
  public MakeApiKey(DataSource database, Trail trail, InstantSource clock, SecureRandom random) {
    this.database = database;
    this.trail = trail;
    this.clock = clock;
    this.random = random;
  }

  /** What came of it. */
  public sealed interface Answer {
    record Made(ApiKey key) implements Answer {}

    /** A program is called by 1 to 60 printable characters. */
    record NoName() implements Answer {}

    /** Some that are in use should be revoked first. */
    record TooMany() implements Answer {}
  }

  @Transactional
  public Answer make(Acting acting, String typedName) {
    acting.require(Act.MAKE_API_KEY);
    String name = typedName.strip();
    if (!name.matches("\\P{Cntrl}{1,60}")) {
      return new Answer.NoName();
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    try (Connection db = database.getConnection()) {
      if (ApiKeys.of(db, acting.pharmacyId()).stream().filter(ApiKeys.Line::works).count() >= MOST) {
        return new Answer.TooMany();
      }
      ApiKey key = ApiKey.fresh(random);
      ApiKeys.add(db, random.nextLong(1, Long.MAX_VALUE), key, acting, name, today);
      trail.note(acting, TrailKind.API_KEY_MADE);
      return new Answer.Made(key);
    } catch (SQLException e) {
      throw new IllegalStateException("a key could not be written", e);
    }
  }
}
