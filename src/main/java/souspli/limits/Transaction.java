package souspli.limits;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One short transaction in plain JDBC, done over when the database asked for that: a deadlock (1213), a lock waited for
 * too long (1205), a row changed meanwhile (1020; Galera's certification too).
 */
public final class Transaction {
  private static final int ATTEMPTS = 5;
  private static final Set<Integer> DO_OVER = Set.of(1213, 1205, 1020);

  private Transaction() {}

  /** What is done between begin and commit; may run several times. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws SQLException;
  }

  /** The database could not be had in five attempts. Nothing was done. */
  public static final class Contended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Contended(SQLException cause) {
      super("given up after " + ATTEMPTS + " attempts", cause);
    }
  }

  /**
   * Runs the work and commits it if it is to be kept, else rolls back. When this returns, the commit has returned.
   *
   * @param db with autocommit off
   * @throws Contended after five attempts
   */
  public static <T> T run(Connection db, Work<T> work, Predicate<T> keep) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        T done = work.run();
        if (keep.test(done)) {
          db.commit();
        } else {
          db.rollback();
        }
        return done;
      } catch (SQLException e) {
        rollBackAfter(db, e);
        if (!DO_OVER.contains(e.getErrorCode())) {
          throw e;
        }
        if (attempt == ATTEMPTS) {
          throw new Contended(e);
        }
      } catch (RuntimeException e) {
        rollBackAfter(db, e);
        throw e;
      }
    }
  }

  private static void rollBackAfter(Connection db, Exception cause) {
    try {
      db.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
