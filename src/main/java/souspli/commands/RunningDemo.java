package souspli.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.mariadb.jdbc.MariaDbDataSource;
import souspli.demo.DemoDirectory;
import souspli.mariadb.Account;
import souspli.mariadb.DatabaseAddress;
import souspli.mariadb.EmbeddedMariaDb;
import souspli.standin.DemoRegistry;

/**
 * A database, a registry and a portal in one directory, from nothing or from what is there, until closed or until
 * this JVM ends.
 */
final class RunningDemo implements AutoCloseable {
  private final Path description;
  private final Deque<Runnable> running = new ConcurrentLinkedDeque<>();
  private final Optional<ProcessHandle> parent = ProcessHandle.current().parent();
  private volatile boolean stopping;
  private EmbeddedMariaDb database;
  private DemoPortal portal;

  private RunningDemo(Path description) {
    this.description = description;
  }

  /** Returns when the portal answers and its description is complete. */
  static RunningDemo start(Path home, Path directory, int port, int slips) throws IOException {
    RunningDemo demo = new RunningDemo(directory.resolve("demo.json"));
    Runtime.getRuntime().addShutdownHook(new Thread(demo::close));
    try {
      demo.begin(home, directory, port, slips);
      return demo;
    } catch (IOException | RuntimeException e) {
      demo.close();
      throw e;
    }
  }

  private void begin(Path home, Path directory, int port, int slips) throws IOException {
    System.out.println("starting the database");
    database = EmbeddedMariaDb.start(home, directory.resolve("database"), 0);
    running.push(database::close);
    DatabaseAddress address = database.address();
    if (!Files.exists(description)) {
      forget(address, directory);
    }
    Migrate.migrate(address.url(), Account.MIGRATE.user(), address.password(Account.MIGRATE));
    if (!Files.exists(description)) {
      register(address);
    }

    System.out.println("starting the portal");
    DemoRegistry registry = DemoRegistry.start(directory.resolve("registry"), Instant.now());
    running.push(registry::close);
    portal = DemoPortal.start(home, directory, address, registry, port, slips);
    running.push(portal::stop);
    portal.awaitReady(this::abandoned);
    DemoTable.complete(description, portal.address(), address, registry.journal());
  }

  private static void register(DatabaseAddress address) throws IOException {
    try {
      MariaDbDataSource register = new MariaDbDataSource(address.url());
      register.setUser(Account.DIRECTORY.user());
      register.setPassword(address.password(Account.DIRECTORY));
      DemoDirectory.load(register, Serve.today());
    } catch (SQLException e) {
      throw new CouldNot("the demo's directory cannot be loaded: " + e.getMessage(), e);
    }
  }

  /** Whether the process that started this one has gone. */
  boolean abandoned() {
    return parent.isPresent() && !parent.get().isAlive();
  }

  /** {@code demo.json}. */
  Path description() {
    return description;
  }

  /** Why it does not run any more; empty while it does, or where it was told to stop. Waits a moment for an end. */
  Optional<CouldNot> ended(long millis) {
    boolean portalEnded = portal.endsWithin(millis);
    boolean databaseEnded = !database.process().isAlive();
    if (stopping) {
      return Optional.empty();
    }
    if (databaseEnded) {
      Path log = database.address().accounts().resolveSibling("log");
      return Optional.of(new CouldNot("the database ended; see " + log));
    }
    return portalEnded ? Optional.of(portal.ended()) : Optional.empty();
  }

  /** The portal before its database, whatever ends this JVM. */
  @Override
  public void close() {
    stopping = true;
    Runnable next;
    while ((next = running.poll()) != null) {
      next.run();
    }
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
    ServeArguments.remove(directory.resolve("keys"));
    Files.deleteIfExists(directory.resolve("registry/journal"));
  }
}
