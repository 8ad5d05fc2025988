package souspli.directory;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * Puts a fresh extraction in the place of the register, whole or not at all: everything happens in one transaction,
 * whose readers see the old register until it commits. Memory does not grow with the file.
 */
public final class LoadDirectory {
  private static final int BATCH = 1_000;
  private static final int BUSY = 1205;

  private final DataSource account;

  /**
   * @param account the one that may write the register, and nothing else
   */
  public LoadDirectory(DataSource account) {
    this.account = account;
  }

  /**
   * What was read, and what came of it.
   *
   * @param lines without the header
   * @param kept pharmacists at a place of work, each pair once
   * @param before what {@code kept} was before
   * @param leftOut pharmacists without an RPPS number or a place of work
   * @param broken lines that could not be read
   * @param named the first ten of them: number of the line, and why
   */
  public record Loaded(long lines, long kept, long before, long leftOut, long broken, List<String> named) {}

  /**
   * @param mayLose how many in a hundred rows of before may be missing
   * @param progress told now and then how many bytes have been read
   * @throws UnfitExtraction when nothing was changed because the file is not what it should be, or another load runs
   */
  public Loaded load(InputStream file, int mayLose, LocalDate today, LongConsumer progress)
      throws IOException, SQLException {
    Extraction extraction = new Extraction(file, progress); // nothing is locked for a wrong file
    try (Connection db = account.getConnection()) {
      beAlone(db);
      try {
        long before = count(db);
        replace(db, extraction);
        Loaded loaded =
            new Loaded(
                extraction.read(), count(db), before, extraction.leftOut(), extraction.broken(), extraction.named());
        refuseUnfit(loaded, mayLose);
        finish(db, today);
        return loaded;
      } catch (IOException | SQLException | RuntimeException e) {
        db.rollback();
        throw e;
      }
    }
  }

  /** Begins the transaction with the one lock that a second load would have to wait for. */
  private static void beAlone(Connection db) throws SQLException {
    db.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    try (Statement statement = db.createStatement()) {
      statement.execute("SET SESSION innodb_lock_wait_timeout = 1");
      statement.execute("INSERT IGNORE INTO directory_load (only_row) VALUES (1)");
      db.setAutoCommit(false);
      statement.executeQuery("SELECT only_row FROM directory_load FOR UPDATE");
    } catch (SQLException e) {
      if (e.getErrorCode() == BUSY) {
        throw new UnfitExtraction("another load is running");
      }
      throw e;
    }
  }

  private static void replace(Connection db, Extraction extraction) throws IOException, SQLException {
    try (Statement delete = db.createStatement();
        PreparedStatement insert =
            db.prepareStatement(
                """
                INSERT INTO professional (rpps, finess, name) VALUES (?, ?, ?)
                ON DUPLICATE KEY UPDATE name = VALUES(name)
                """)) {
      delete.executeUpdate("DELETE FROM professional");
      int waiting = 0;
      for (Optional<Professional> row = extraction.next(); row.isPresent(); row = extraction.next()) {
        insert.setString(1, row.get().rpps().digits());
        insert.setString(2, row.get().finess().text());
        insert.setString(3, row.get().name());
        insert.addBatch();
        if (++waiting == BATCH) {
          insert.executeBatch();
          waiting = 0;
        }
      }
      if (waiting > 0) {
        insert.executeBatch();
      }
    }
  }

  /** A download that broke off, another file, another encoding: all of them show in the numbers. */
  private static void refuseUnfit(Loaded loaded, int mayLose) {
    if (loaded.kept() == 0) {
      throw new UnfitExtraction("no pharmacist stands in the file");
    }
    if (loaded.broken() > loaded.lines() / 100 + 10) {
      throw new UnfitExtraction(
          loaded.broken() + " of " + loaded.lines() + " lines are broken; " + String.join("; ", loaded.named()));
    }
    if (loaded.kept() * 100 < loaded.before() * (100 - mayLose)) {
      throw new UnfitExtraction(
          loaded.kept() + " rows instead of " + loaded.before()
              + ": more than " + mayLose + " in a hundred are missing");
    }
  }

  private static void finish(Connection db, LocalDate today) throws SQLException {
    try (PreparedStatement update = db.prepareStatement("UPDATE directory_load SET loaded_on = ?")) {
      update.setObject(1, today);
      update.executeUpdate();
    }
    db.commit();
  }

  private static long count(Connection db) throws SQLException {
    try (Statement statement = db.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM professional")) {
      row.next();
      return row.getLong(1);
    }
  }
}
