package souspli.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.mariadb.jdbc.MariaDbDataSource;
import souspli.operations.Migrations;
import souspli.settings.Settings;

/** Brings the tables to this version. */
final class Migrate implements Command {
  @Override
  public String summary() {
    return "  brings the database's tables to this version";
  }

  @Override
  public String help() {
    return """
        Settings: souspli.database.url, souspli.database.migration-user, souspli.database.migration-password-file.
        Applies each missing file of db/migrations once and in order; does nothing when none is missing.
        Stop the portal first; it refuses to start on tables that are not its own.""";
  }

  @Override
  public void run(Arguments arguments) throws IOException {
    arguments.noWords();
    Settings.Account account = Settings.readMigrationAccount(Settings::fromEnvironment);
    String password;
    try {
      password = Files.readString(account.passwordFile()).strip();
    } catch (IOException e) {
      throw new CouldNot("souspli.database.migration-password-file: cannot read " + account.passwordFile(), e);
    }
    System.out.println(said(migrate(account.url(), account.user(), password)));
  }

  /** Returns how many files were applied. */
  static int migrate(String url, String user, String password) {
    try {
      MariaDbDataSource source = new MariaDbDataSource(url);
      source.setUser(user);
      source.setPassword(password);
      return new Migrations(source).apply();
    } catch (SQLException | FlywayException e) {
      throw new CouldNot("the database cannot be migrated: " + e.getMessage().strip().replaceAll("\\s+", " "), e);
    }
  }

  private static String said(int applied) {
    return switch (applied) {
      case 0 -> "nothing to do: the tables are those of this version";
      case 1 -> "1 migration applied";
      default -> applied + " migrations applied";
    };
  }
}
