package souspli.mariadb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Where an embedded MariaDB answers and how its accounts get in. The passwords lie in files of mode 0600 below the
 * server's directory; this holds only their folder.
 */
public record DatabaseAddress(int port, Path accounts) {
  /** UTC, and READ COMMITTED as everywhere in the portal. */
  private static final String OPTIONS =
      "?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&transactionIsolation=READ-COMMITTED";

  /** The one that was last started in this directory; whether it still answers is another question. */
  public static Optional<DatabaseAddress> lastIn(Path directory) {
    try {
      int port = Integer.parseInt(Files.readString(directory.resolve("port")).strip());
      return Optional.of(new DatabaseAddress(port, directory.resolve("accounts")));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new NoDatabase("cannot read " + directory.resolve("port") + ": " + e.getMessage(), e);
    }
  }

  public String url() {
    return url("souspli");
  }

  public String url(String database) {
    return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + OPTIONS;
  }

  public Path passwordFile(Account account) {
    return accounts.resolve(account.user());
  }

  public String password(Account account) {
    try {
      return Files.readString(passwordFile(account));
    } catch (IOException e) {
      throw new NoDatabase("cannot read the password in " + passwordFile(account), e);
    }
  }

  /** One plain connection outside any pool. */
  public Connection connect(Account account) throws SQLException {
    return DriverManager.getConnection(url(), account.user(), password(account));
  }

  public boolean answers() {
    try (Connection connection = DriverManager.getConnection(url(""), Account.OWNER.user(), password(Account.OWNER))) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }
}
