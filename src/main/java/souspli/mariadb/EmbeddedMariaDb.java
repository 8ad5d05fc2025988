package souspli.mariadb;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real MariaDB server in one directory, for the demo and the tests: loopback only, durable at every commit, with the
 * accounts of {@code db/accounts.sql} and random passwords. Its data are kept between starts. It stops with this JVM,
 * also when that is killed; what a killed one left running is stopped by the next start.
 */
public final class EmbeddedMariaDb implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final ChildProcess server;
  private final DatabaseAddress address;
  private final DirectoryLock lock;

  private EmbeddedMariaDb(ChildProcess server, DatabaseAddress address, DirectoryLock lock) {
    this.server = server;
    this.address = address;
    this.lock = lock;
  }

  /**
   * Starts it; the first time in this directory, makes it.
   *
   * @param distribution folder with {@code demo/mariadb-linux64.jar}
   * @param port 0 for any free one
   */
  public static EmbeddedMariaDb start(Path distribution, Path directory, int port) {
    Path home = directory.toAbsolutePath().normalize();
    DirectoryLock lock = null;
    try {
      lock = DirectoryLock.take(home);
      stopOrphan(home);
      MariaDbBinary binary = MariaDbBinary.find(distribution);
      if (!Files.isDirectory(home.resolve("data"))) {
        bootstrap(binary, home);
      }
      DatabaseAddress address =
          new DatabaseAddress(port == 0 ? freePort(home) : port, home.resolve("accounts"));
      return new EmbeddedMariaDb(launch(binary, home, address), address, lock);
    } catch (IOException | RuntimeException e) {
      if (lock != null) {
        lock.close();
      }
      throw e instanceof NoDatabase why ? why : new NoDatabase("the database in " + home + " does not start: " + e, e);
    }
  }

  public DatabaseAddress address() {
    return address;
  }

  /** The server itself, to be watched, or killed by a test. */
  public ProcessHandle process() {
    return server.handle();
  }

  /** Stops it in order and waits until it is gone. */
  @Override
  public void close() {
    server.stop();
    lock.close();
  }

  private static ChildProcess launch(MariaDbBinary binary, Path home, DatabaseAddress address) throws IOException {
    Path init = MariaDbAccounts.prepare(address.accounts());
    List<String> command = command(binary, home, home.resolve("data"));
    command.addAll(
        List.of(
            "--port=" + address.port(),
            "--bind-address=127.0.0.1",
            "--socket=",
            "--init-file=" + init,
            "--pid-file=" + home.resolve("pid"),
            "--log-error=" + home.resolve("log"),
            "--skip-name-resolve",
            "--skip-ssl",
            "--local-infile=0",
            "--secure-file-priv=" + Files.createDirectories(home.resolve("files")),
            "--max-connections=300",
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-buffer-pool-size=128M",
            "--default-time-zone=+00:00"));
    ChildProcess server = ChildProcess.start(command, Map.of(), home.resolve("log"));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!address.answers()) {
      boolean gone = server.endsWithin(50, TimeUnit.MILLISECONDS);
      if (gone || System.nanoTime() > end) {
        server.stop();
        throw new NoDatabase("the database " + (gone ? "ended" : "did not answer") + ", see " + home.resolve("log"));
      }
    }
    Files.delete(init); // it holds the passwords, and each start writes it anew
    Files.writeString(home.resolve("port"), address.port() + "\n");
    return server;
  }

  /** Into a new folder that is renamed when it is whole. */
  private static void bootstrap(MariaDbBinary binary, Path home) throws IOException {
    Path fresh = home.resolve("data.new");
    if (Files.exists(fresh)) {
      MariaDbBinary.remove(fresh);
    }
    Files.createDirectory(fresh);
    StringBuilder sql =
        new StringBuilder("create database mysql;\nuse mysql;\nSET @auth_root_socket='root';\n")
            .append("SET @skip_auth_anonymous=1;\nSET @current_hostname='localhost';\n");
    for (Path file : binary.systemTables()) {
      sql.append(Files.readString(file)).append('\n');
    }
    Path input = Files.writeString(home.resolve("bootstrap.sql"), sql);
    List<String> command = command(binary, home, fresh);
    command.add("--bootstrap");
    Process process =
        new ProcessBuilder(command)
            .redirectInput(input.toFile())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("bootstrap.log").toFile())
            .start();
    int result =
        process.onExit().thenApply(Process::exitValue).completeOnTimeout(-1, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    if (result != 0) {
      process.destroyForcibly();
      throw new NoDatabase("the database cannot be made, see " + home.resolve("bootstrap.log"));
    }
    Files.delete(input);
    Files.move(fresh, home.resolve("data"), StandardCopyOption.ATOMIC_MOVE);
  }

  private static List<String> command(MariaDbBinary binary, Path home, Path data) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            binary.server().toString(),
            "--no-defaults",
            "--basedir=" + binary.base(),
            "--lc-messages-dir=" + binary.share(),
            "--character-sets-dir=" + binary.share().resolve("charsets"),
            "--datadir=" + data,
            "--tmpdir=" + Files.createDirectories(home.resolve("tmp")),
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_bin"));
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--user=root");
    }
    return command;
  }

  /** The lock is ours, so whoever started a server that still runs on these data is gone. */
  private static void stopOrphan(Path home) {
    List<String> ours = List.of("--datadir=" + home.resolve("data"), "--datadir=" + home.resolve("data.new"));
    ProcessHandle.allProcesses()
        .filter(p -> p.info().arguments().map(List::of).orElse(List.of()).stream().anyMatch(ours::contains))
        .forEach(ChildProcess::stop);
  }

  /** The one of last time if it is still free: an address that testers noted down stays true. */
  private static int freePort(Path home) throws IOException {
    int last = DatabaseAddress.lastIn(home).map(DatabaseAddress::port).orElse(0);
    try (ServerSocket socket = new ServerSocket(last, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException taken) {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      }
    }
  }
}
