package souspli.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import souspli.mariadb.Account;
import souspli.mariadb.DatabaseAddress;
import souspli.mariadb.EmbeddedMariaDb;

/** The whole portal on one machine, from nothing: database, keys, server, people and slips to try it with. */
final class Demo implements Command {
  private final Path home;
  private final Deque<Runnable> running = new ConcurrentLinkedDeque<>();
  private volatile boolean stopping;

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
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));

    System.out.println("starting the database");
    EmbeddedMariaDb database = EmbeddedMariaDb.start(home, directory.resolve("database"), 0);
    running.push(database::close);
    if (!Files.exists(directory.resolve("demo.json"))) {
      forget(database.address(), directory);
    }
    DatabaseAddress address = database.address();
    Migrate.migrate(address.url(), Account.MIGRATE.user(), address.password(Account.MIGRATE));

    System.out.println("starting the portal");
    DemoPortal portal = DemoPortal.start(home, directory, address, port, slips);
    running.push(portal::stop);
    portal.awaitReady();

    DemoTable table = DemoTable.complete(directory.resolve("demo.json"), portal.address(), address);
    System.out.print(table.text());
    System.out.println("ready: " + portal.address());
    watch(database, portal, parent, table);
  }

  /** A demo that was stopped before it was ready for the first time has slips that nobody can know: begin anew. */
  private static void forget(DatabaseAddress database, Path directory) throws IOException {
    try (Connection connection = database.connect(Account.OWNER);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE souspli");
      statement.execute("CREATE DATABASE souspli CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
    } catch (SQLException e) {
      throw new CouldNot("the unfinished demo in " + directory + " cannot be begun anew: " + e.getMessage(), e);
    }
    Path keys = directory.resolve("keys");
    if (Files.isDirectory(keys)) {
      ServeArguments.remove(keys);
    }
  }

  /** Until one of the two ends, or whoever started this has gone; a signal ends the JVM by itself. */
  private void watch(EmbeddedMariaDb database, DemoPortal portal, Optional<ProcessHandle> parent, DemoTable table)
      throws IOException {
    while (!portal.endsWithin(250)) {
      if (!stopping && !database.process().isAlive()) {
        throw new CouldNot("the database ended; see " + database.address().accounts().resolveSibling("log"));
      }
      if (parent.isPresent() && !parent.get().isAlive()) {
        System.out.println("stopping: who started this demo has gone");
        return;
      }
      // never a read that waits: a closed input would end it at once, and a terminal stops a background reader
      if (System.in.available() > 0) {
        System.in.skipNBytes(System.in.available());
        System.out.print(table.codes());
      }
    }
    if (!stopping) {
      throw portal.ended();
    }
  }

  /** The portal before its database, whatever ends this JVM. */
  private void stop() {
    stopping = true;
    Runnable next;
    while ((next = running.poll()) != null) {
      next.run();
    }
  }
}
