package souspli.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import souspli.operations.BeforeAnyAnswer;
import souspli.operations.Database;
import souspli.settings.Settings;

/** Checks what can be checked without a server and tells the launcher how to start it. */
final class Serve implements Command {
  private final Path home;

  Serve(Path home) {
    this.home = home;
  }

  @Override
  public String summary() {
    return "  runs the portal in the foreground until it is told to stop";
  }

  @Override
  public String help() {
    return """
        Settings: SOUSPLI_BASE_URL and the others, see src/docs/operations.md. Each faulty one is named in a line of
        its own and nothing starts. SIGTERM or Ctrl-C stops it.""";
  }

  /** Its one line on standard output is the argument file with which the launcher becomes the server. */
  @Override
  public void run(Arguments arguments) throws IOException {
    arguments.noWords();
    Settings settings = Settings.read(Settings::fromEnvironment);
    List<String> faults = BeforeAnyAnswer.faults(database(settings), settings, today());
    if (!faults.isEmpty()) {
      throw new CouldNot(faults);
    }
    System.out.println(new ServeArguments(settings, home).write());
  }

  static LocalDate today() {
    return LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC);
  }

  /** The portal's own account, so that its rights are checked too. */
  static Database database(Settings settings) {
    try {
      return new Database(settings.database());
    } catch (UncheckedIOException e) {
      throw new CouldNot("souspli.database.password-file: " + e.getMessage(), e);
    } catch (SQLException e) {
      throw new CouldNot("souspli.database.url: " + e.getMessage(), e);
    }
  }
}
