package souspli.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import souspli.settings.RegistrySettings;
import souspli.standin.Authority;
import souspli.standin.Fault;
import souspli.standin.Keeper;
import souspli.standin.StandInRegistry;

/** The stand-in registry on this machine, with an authority of its own and a certificate for us. */
final class ARegistry implements AutoCloseable {
  static final Instant NOW = Instant.now();
  static final Instant FROM = NOW.minus(Duration.ofDays(1));
  static final Instant UNTIL = NOW.plus(Duration.ofDays(1));

  final Authority authority = new Authority("Test Authority", FROM, UNTIL, new SecureRandom());
  final StandInRegistry standIn;
  private final Path directory;

  /** One that does its work and is named as it should be. */
  ARegistry(Path directory) {
    this(directory, () -> Fault.NONE, "localhost", UNTIL);
  }

  ARegistry(Path directory, Supplier<Fault> faults) {
    this(directory, faults, "localhost", UNTIL);
  }

  /** One that only stands before another. */
  ARegistry(Path directory, Supplier<Fault> faults, Keeper other) {
    this(directory, faults, "localhost", UNTIL, Optional.of(other));
  }

  /**
   * @param name what its certificate says
   * @param until how long that is valid
   */
  ARegistry(Path directory, Supplier<Fault> faults, String name, Instant until) {
    this(directory, faults, name, until, Optional.empty());
  }

  private ARegistry(
      Path directory, Supplier<Fault> faults, String name, Instant until, Optional<Keeper> other) {
    this.directory = directory;
    try {
      Authority.Identity us = authority.identity(name, FROM.minus(Duration.ofDays(1)), until);
      Path journal = directory.resolve("journal");
      standIn =
          other.isPresent()
              ? StandInRegistry.before(other.get(), journal, us, authority.certificate(), faults)
              : StandInRegistry.start(0, journal, us, authority.certificate(), faults);
      authority.write(directory.resolve("authorities.pem"));
      identify(authority);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on our certificate is signed by {@code whom}. */
  void identify(Authority whom) throws IOException {
    whom.identity("portal", FROM, UNTIL).write(directory.resolve("client-key.pem"), directory.resolve("client.pem"));
  }

  RegistrySettings settings() {
    return settings(standIn.url());
  }

  RegistrySettings settings(URI url) {
    return new RegistrySettings(
        url,
        directory.resolve("client-key.pem"),
        directory.resolve("client.pem"),
        directory.resolve("authorities.pem"));
  }

  /** As a deployment has them. */
  Map<String, String> asSettings() {
    return asSettings(standIn.url());
  }

  Map<String, String> asSettings(URI url) {
    RegistrySettings settings = settings(url);
    return Map.of(
        "souspli.registry.url", settings.url().toString(),
        "souspli.registry.client-key-file", settings.clientKeyFile().toString(),
        "souspli.registry.client-certificate-file", settings.clientCertificateFile().toString(),
        "souspli.registry.authorities-file", settings.authoritiesFile().toString());
  }

  String journal() {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(standIn.journal()).build(), BodyHandlers.ofString()).body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether any of it stands in what the stand-in wrote down. */
  boolean wrote(String text) throws IOException {
    return Files.exists(directory.resolve("journal")) && Files.readString(directory.resolve("journal")).contains(text);
  }

  @Override
  public void close() {
    standIn.close();
  }
}
