package souspli.standin;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The registry of a demo, where a stranger sees a result arrive. It remembers from one start to the next what
 * arrived.
 */
public final class DemoRegistry implements AutoCloseable {
  private static final Duration VALID = Duration.ofDays(30);

  private final StandInRegistry registry;
  private final Path directory;

  private DemoRegistry(StandInRegistry registry, Path directory) {
    this.registry = registry;
    this.directory = directory;
  }

  /** Certificates are made anew each time; they and the journal lie in {@code directory}. */
  public static DemoRegistry start(Path directory, Instant now) throws IOException {
    Files.createDirectories(directory);
    SecureRandom random = new SecureRandom();
    Instant from = now.minus(Duration.ofDays(1));
    Instant until = from.plus(VALID);
    Authority authority = new Authority("Souspli demo", from, until, random);
    StandInRegistry registry =
        StandInRegistry.start(
            0,
            directory.resolve("journal"),
            authority.identity("localhost", from, until),
            authority.certificate(),
            () -> Fault.NONE);
    authority.write(directory.resolve("authorities.pem"));
    authority.identity("portal", from, until)
        .write(directory.resolve("client-key.pem"), directory.resolve("client.pem"));
    return new DemoRegistry(registry, directory);
  }

  /** What the portal has to be told. */
  public Map<String, String> settings() {
    return Map.of(
        "SOUSPLI_REGISTRY_URL", registry.url().toString(),
        "SOUSPLI_REGISTRY_CLIENT_KEY_FILE", directory.resolve("client-key.pem").toString(),
        "SOUSPLI_REGISTRY_CLIENT_CERTIFICATE_FILE", directory.resolve("client.pem").toString(),
        "SOUSPLI_REGISTRY_AUTHORITIES_FILE", directory.resolve("authorities.pem").toString());
  }

  public URI journal() {
    return registry.journal();
  }

  @Override
  public void close() {
    registry.close();
  }
}
