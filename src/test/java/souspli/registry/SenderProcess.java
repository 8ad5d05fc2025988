package souspli.registry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbPoolDataSource;
import souspli.accesslog.Events;
import souspli.fixtures.TestSettings;
import souspli.keys.KeyDirectory;
import souspli.settings.Settings;

/** A node that does nothing but send, in a JVM of its own, so that it can be killed in the middle of anything. */
final class SenderProcess {
  private SenderProcess() {}

  /** Arguments: a database address, a password file, how many lanes, a directory with settings written as lines. */
  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[3]);
    Map<String, String> lines = new HashMap<>();
    for (String line : Files.readAllLines(directory.resolve("settings"))) {
      lines.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
    }
    Settings settings = TestSettings.in(directory, lines);
    DataSource database = pool(arguments[0], Files.readString(Path.of(arguments[1])).strip());
    SecureRandom random = new SecureRandom();
    Sender sender =
        new Sender(
            database,
            KeyDirectory.open(directory.resolve("keys"), random),
            new Events(),
            settings,
            InstantSource.system(),
            random,
            Duration.ofSeconds(2));
    int lanes = Integer.parseInt(arguments[2]);
    try (ExecutorService threads = Executors.newFixedThreadPool(lanes)) {
      for (int lane = 0; lane < lanes; lane++) {
        threads.submit(
            () -> {
              while (true) {
                send(sender);
                TimeUnit.MILLISECONDS.sleep(100);
              }
            });
      }
    }
  }

  /** Whatever it says is a fault, and the test shows it. */
  private static void send(Sender sender) {
    try {
      sender.drain();
    } catch (SQLException | RuntimeException e) {
      System.out.println(e);
    }
  }

  /** Connections that are kept, as a server keeps them. */
  static DataSource pool(String url, String password) throws SQLException {
    return new MariaDbPoolDataSource(
        url
            + "&maxPoolSize=16&minPoolSize=1&user=souspli_app&password="
            + URLEncoder.encode(password, StandardCharsets.UTF_8));
  }
}
