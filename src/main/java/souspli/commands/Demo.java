package souspli.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The whole portal on one machine, from nothing: database, keys, server, people and slips to try it with. */
final class Demo implements Command {
  private final Path home;

  /** @param home the distribution's folder */
  Demo(Path home) {
    this.home = home;
  }

  @Override
  public String summary() {
    return "  runs a portal to try, with its own database and invented people";
  }

  @Override
  public String help() {
    return """
        --directory DIR  where its data are kept between starts (souspli-demo)
        --port N         where it answers on this machine, 0 for any free port (8080)
        --slips N        how many ready slips it makes the first time, to be used up (60)

        Prints how to sign in, then "ready:" and its address. Enter prints fresh codes for the second factor.
        DIR/demo.json holds all of it for programs. Ctrl-C stops it.""";
  }

  @Override
  public Set<String> options() {
    return Set.of("--directory", "--port", "--slips");
  }

  @Override
  public void run(Arguments arguments) throws IOException {
    arguments.noWords();
    Path directory = Path.of(arguments.option("--directory").orElse("souspli-demo")).toAbsolutePath().normalize();
    int port = arguments.number("--port", 8080, 0, 65_534);
    int slips = arguments.number("--slips", 60, 0, 100_000);
    try (RunningDemo demo = RunningDemo.start(home, directory, port, slips)) {
      DemoTable table = DemoTable.read(demo.description());
      System.out.print(table.text());
      System.out.println("ready: " + table.baseUrl() + "/");
      watch(demo, table);
    }
  }

  /** Until one of the two ends, or whoever started this has gone; a signal ends the JVM by itself. */
  private static void watch(RunningDemo demo, DemoTable table) throws IOException {
    while (!demo.abandoned()) {
      Optional<CouldNot> end = demo.ended(250);
      if (end.isPresent()) {
        throw end.get();
      }
      // never a read that waits: a closed input would end it at once, and a terminal stops a background reader
      if (System.in.available() > 0) {
        System.in.skipNBytes(System.in.available());
        System.out.print(table.codes());
      }
    }
    System.out.println("stopping: who started this demo has gone");
  }
}
