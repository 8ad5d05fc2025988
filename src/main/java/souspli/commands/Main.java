package souspli.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import souspli.commands.Arguments.WrongUsage;
import souspli.mariadb.NoDatabase;
import souspli.settings.FaultySettings;

/** The command line: exit 0 done, 1 could not (one line a reason), 2 no such command or option. */
public final class Main {
  /** The driver and the migrations would tell an operator at length what one line says. */
  private static final List<Logger> TALKERS =
      List.of(Logger.getLogger("org.flywaydb"), Logger.getLogger("org.mariadb.jdbc"));

  private final Map<String, Command> commands = new LinkedHashMap<>();

  /** @param home the distribution's folder */
  private Main(Path home) {
    commands.put("serve", new Serve(home));
    commands.put("demo", new Demo(home));
    commands.put("migrate", new Migrate());
    commands.put("keys", new Keys());
    commands.put("invite", new Invite());
    commands.put("directory", new Directory());
    commands.put("bench", new Bench(home));
  }

  /** Ends the JVM. */
  public static void main(String[] typed) {
    TALKERS.forEach(logger -> logger.setLevel(Level.OFF));
    Path home = Path.of(System.getProperty("souspli.home", ".")).toAbsolutePath().normalize();
    System.exit(new Main(home).run(Arrays.asList(typed)));
  }

  private int run(List<String> typed) {
    if (typed.isEmpty() || typed.getFirst().equals("--help") || typed.getFirst().equals("help")) {
      (typed.isEmpty() ? System.err : System.out).print(overview());
      return typed.isEmpty() ? 2 : 0;
    }
    String name = typed.getFirst();
    Command command = commands.get(name);
    if (command == null) {
      System.err.println("souspli: no command " + name);
      System.err.print(overview());
      return 2;
    }
    List<String> rest = typed.subList(1, typed.size());
    if (rest.contains("--help")) {
      System.out.println("souspli " + name + " " + command.summary() + "\n\n" + command.help());
      return 0;
    }
    return run(name, command, rest);
  }

  private static int run(String name, Command command, List<String> rest) {
    try {
      command.run(Arguments.parse(rest, command.options()));
      return 0;
    } catch (WrongUsage wrong) {
      System.err.println("souspli " + name + ": " + wrong.getMessage() + "; see souspli " + name + " --help");
      return 2;
    } catch (FaultySettings faulty) {
      faulty.faults().forEach(fault -> System.err.println("souspli " + name + ": " + fault));
      return 1;
    } catch (CouldNot why) {
      why.lines().forEach(line -> System.err.println("souspli " + name + ": " + line));
      return 1;
    } catch (NoDatabase why) {
      System.err.println("souspli " + name + ": " + why.getMessage());
      return 1;
    } catch (IOException | RuntimeException unforeseen) {
      System.err.println("souspli " + name + ": " + unforeseen);
      return 1;
    }
  }

  private String overview() {
    StringBuilder text = new StringBuilder("usage: souspli COMMAND [--help]\n");
    commands.forEach(
        (name, command) -> {
          text.append("  %-10s".formatted(name)).append(command.summary()).append('\n');
        });
    return text.toString();
  }
}
