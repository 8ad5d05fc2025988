package souspli.commands;

import java.io.IOException;
import java.nio.file.Path;
import souspli.settings.FaultySettings;
import souspli.settings.Settings;

/** The command line: exit 0 done, 1 could not (one line says why), 2 not a command. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException {
    Path home = Path.of(System.getProperty("souspli.home"));
    if (arguments.length == 1 && arguments[0].equals("serve-arguments")) {
      try {
        System.out.println(new ServeArguments(Settings.read(Settings::fromEnvironment), home).write());
      } catch (FaultySettings faulty) {
        faulty.faults().forEach(System.err::println);
        System.exit(1);
      }
    } else {
      System.err.println("usage: souspli serve");
      System.exit(2);
    }
  }
}
