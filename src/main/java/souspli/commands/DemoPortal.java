package souspli.commands;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import souspli.mariadb.Account;
import souspli.mariadb.ChildProcess;
import souspli.mariadb.DatabaseAddress;
import souspli.standin.DemoRegistry;

/** The portal of a demo: {@code souspli serve} as a child, with everything it needs in one directory. */
final class DemoPortal {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final ChildProcess process;
  private final Path log;
  private final URI address;
  private final URI readiness;

  private DemoPortal(ChildProcess process, Path log, URI address, URI readiness) {
    this.process = process;
    this.log = log;
    this.address = address;
    this.readiness = readiness;
  }

  /**
   * Begins to start it.
   *
   * @param wanted its port, 0 for any free one; the management port is the next one where that is free
   */
  static DemoPortal start(
      Path home, Path directory, DatabaseAddress database, DemoRegistry registry, int wanted, int slips)
      throws IOException {
    stopOrphan(directory);
    int port = free(wanted).orElseThrow(() -> new CouldNot("port " + wanted + " is taken: give another by --port"));
    int management = free(port + 1).orElseGet(() -> free(0).orElseThrow());
    Path log = directory.resolve("portal.log");
    Map<String, String> environment = new TreeMap<>(registry.settings());
    environment.put("SOUSPLI_ENVIRONMENT", "demo");
    environment.put("SOUSPLI_BASE_URL", "http://localhost:" + port);
    environment.put("SOUSPLI_ADDRESS", "127.0.0.1");
    environment.put("SOUSPLI_PORT", Integer.toString(port));
    environment.put("SOUSPLI_MANAGEMENT_PORT", Integer.toString(management));
    environment.put("SOUSPLI_PROXIES", "127.0.0.1");
    environment.put("SOUSPLI_DATABASE_URL", database.url());
    environment.put("SOUSPLI_DATABASE_USER", Account.APP.user());
    environment.put("SOUSPLI_DATABASE_PASSWORD_FILE", database.passwordFile(Account.APP).toString());
    environment.put("SOUSPLI_WORK", directory.resolve("work").toString());
    environment.put("SOUSPLI_KEYS", directory.resolve("keys").toString());
    environment.put("SOUSPLI_LOG", Files.createDirectories(directory.resolve("log")).toString());
    environment.put("SOUSPLI_DEMO_FILE", directory.resolve("demo.json").toString());
    environment.put("SOUSPLI_DEMO_SLIPS", Integer.toString(slips));
    ChildProcess process =
        ChildProcess.start(List.of(home.resolve("bin/souspli").toString(), "serve"), environment, log);
    return new DemoPortal(
        process,
        log,
        URI.create("http://localhost:" + port + "/"),
        URI.create("http://127.0.0.1:" + management + "/health/ready"));
  }

  URI address() {
    return address;
  }

  /** Waits until the portal answers; until then a port that is open means nothing. */
  void awaitReady(BooleanSupplier abandoned) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    HttpClient.Builder plain =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2));
    try (HttpClient http = plain.build()) {
      while (!(answers(http, readiness) && answers(http, address))) {
        if (endsWithin(200)) {
          throw ended();
        }
        if (abandoned.getAsBoolean()) {
          throw new CouldNot("who started this has gone");
        }
        if (System.nanoTime() > end) {
          throw new CouldNot("the portal is not ready after " + PATIENCE.toMinutes() + " minutes, see " + log);
        }
      }
    }
  }

  /** Whether it has ended, waiting for that at most so many milliseconds. */
  boolean endsWithin(long millis) {
    return process.endsWithin(millis, TimeUnit.MILLISECONDS);
  }

  /** Why that is the end of the demo: the last thing that the portal said, if it is short. */
  CouldNot ended() {
    return new CouldNot("the portal ended" + lastWords() + "; see " + log);
  }

  void stop() {
    process.stop();
  }

  /** The last thing that our own code said there; the server says much more. */
  private String lastWords() {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.startsWith("souspli") || line.contains(" SEVERE souspli"))
          .reduce((earlier, later) -> later)
          .map(line -> " (" + line.strip() + ")")
          .orElse("");
    } catch (IOException e) {
      return " (and its log cannot be read: " + e.getMessage() + ")";
    }
  }

  /** The directory is ours, so whoever started a portal that still runs in it is gone. */
  private static void stopOrphan(Path directory) {
    String started = "@" + directory.resolve("work").resolve("java-arguments");
    ProcessHandle.allProcesses()
        .filter(p -> p.info().arguments().map(List::of).orElse(List.of()).contains(started))
        .forEach(ChildProcess::stop);
  }

  private static boolean answers(HttpClient http, URI uri) {
    try {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // not yet
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CouldNot("interrupted while the portal started", e);
    }
  }

  /**
   * Any port, for 0, is one that the system gives nobody by itself: the server takes its ports seconds later, and by
   * then an outgoing connection could have been given the one that was free.
   */
  private static Optional<Integer> free(int wanted) {
    return wanted == 0
        ? new SecureRandom().ints(100, 10_000, 32_000).filter(DemoPortal::isFree).boxed().findFirst()
        : Optional.of(wanted).filter(DemoPortal::isFree);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
