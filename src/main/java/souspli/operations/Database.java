package souspli.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import org.mariadb.jdbc.MariaDbDataSource;
import souspli.settings.Deployment;
import souspli.settings.Settings;

/**
 * The application's account of MariaDB as the server's pool makes its connections. The password is read from its file
 * when the pool starts and stands in no deployment descriptor.
 */
public final class Database extends MariaDbDataSource {
  public Database() throws SQLException {
    this(Deployment.settings().database());
  }

  /**
   * @throws UncheckedIOException when the password file cannot be read; its message names the file
   */
  public Database(Settings.Account account) throws SQLException {
    super(account.url());
    setUser(account.user());
    try {
      setPassword(Files.readString(account.passwordFile()).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the database password: " + account.passwordFile(), e);
    }
  }
}
