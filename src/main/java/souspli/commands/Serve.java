package souspli.commands;

import java.io.IOException;
import java.nio.file.Path;
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
    System.out.println(new ServeArguments(Settings.read(Settings::fromEnvironment), home).write());
  }
}
