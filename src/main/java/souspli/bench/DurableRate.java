package souspli.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;
import souspli.mariadb.Account;
import souspli.mariadb.DatabaseAddress;

/** What the database alone can do: UPDATE, INSERT, COMMIT, in a schema of its own that is dropped afterwards. */
final class DurableRate implements AutoCloseable {
  private static final String SCHEMA = "souspli_bench";
  private static final int COUNTERS = 1000;

  private final DatabaseAddress database;

  DurableRate(DatabaseAddress database) throws SQLException {
    this.database = database;
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + SCHEMA);
      statement.execute("CREATE DATABASE " + SCHEMA);
      statement.execute("CREATE TABLE " + SCHEMA + ".counter (id INT PRIMARY KEY, n BIGINT NOT NULL)");
      statement.execute(
          "CREATE TABLE " + SCHEMA + ".note (id BINARY(16) PRIMARY KEY, at DATETIME NOT NULL, body BINARY(60))");
      for (int id = 0; id < COUNTERS; id++) {
        statement.addBatch("INSERT INTO " + SCHEMA + ".counter VALUES (" + id + ", 0)");
      }
      statement.executeBatch();
    }
  }

  Load.Client client() throws SQLException {
    Connection connection = connect(SCHEMA);
    connection.setAutoCommit(false);
    PreparedStatement update = connection.prepareStatement("UPDATE counter SET n = n + 1 WHERE id = ?");
    PreparedStatement insert = connection.prepareStatement("INSERT INTO note VALUES (?, UTC_TIMESTAMP(), ?)");
    byte[] id = new byte[16];
    byte[] body = new byte[60];
    return new Load.Client() {
      @Override
      public boolean once() throws SQLException {
        ThreadLocalRandom.current().nextBytes(id);
        ThreadLocalRandom.current().nextBytes(body);
        update.setInt(1, ThreadLocalRandom.current().nextInt(COUNTERS));
        update.executeUpdate();
        insert.setBytes(1, id);
        insert.setBytes(2, body);
        insert.executeUpdate();
        connection.commit();
        return true;
      }

      @Override
      public void close() throws SQLException {
        connection.close();
      }
    };
  }

  @Override
  public void close() throws SQLException {
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE " + SCHEMA);
    }
  }

  private Connection connect(String schema) throws SQLException {
    return DriverManager.getConnection(
        database.url(schema), Account.OWNER.user(), database.password(Account.OWNER));
  }
}
