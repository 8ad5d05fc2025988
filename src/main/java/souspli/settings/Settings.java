package souspli.settings;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Every setting of a deployment, checked once. Whoever holds an instance holds a deployment that may start as far as
 * settings can tell. Names, units, defaults and reasons stand in {@code src/docs/operations.md}.
 *
 * @param baseUrl public origin, without a trailing slash; https in production
 * @param work directory for what the server unpacks; holds nothing worth keeping
 * @param keys the key directory
 * @param log the public access log's directory
 * @param custodyDays 1 to 6
 * @param readableDays 1 to 365
 * @param toldInPerson codes of test kinds whose results nobody reads online
 * @param proxies peers whose {@code X-Forwarded-For} counts
 * @param registry where results are transferred to, if anywhere
 * @param mail the server that takes letters to staff, if any
 * @param psc the second way in for health professionals, if there is one
 * @param demo where the demo describes itself; only with {@link Environment#DEMO}
 */
public record Settings(
    URI baseUrl,
    Environment environment,
    Account database,
    Path work,
    Path keys,
    Path log,
    boolean makesKeys,
    boolean writesLog,
    String brand,
    int custodyDays,
    int readableDays,
    Set<String> toldInPerson,
    Set<InetAddress> proxies,
    InetAddress address,
    int port,
    int managementPort,
    Optional<RegistrySettings> registry,
    Optional<MailSettings> mail,
    Optional<PscSettings> psc,
    Optional<Demo> demo) {

  /**
   * One account of one database.
   *
   * @param url {@code jdbc:mariadb:…}
   * @param passwordFile file whose first line is the password
   */
  public record Account(String url, String user, Path passwordFile) {}

  /**
   * What a demo makes of itself.
   *
   * @param file where demo.json goes
   * @param slips how many ready slips it makes for testers to use up
   */
  public record Demo(Path file, int slips) {}

  /**
   * Reads and checks every setting.
   *
   * @param lookup the value of a setting by its name ({@code souspli.base-url})
   * @throws FaultySettings naming each setting that is missing or wrong
   */
  public static Settings read(Function<String, Optional<String>> lookup) {
    SettingsReader reader = new SettingsReader(lookup);
    Environment environment = reader.environment("souspli.environment");
    URI baseUrl = reader.origin("souspli.base-url");
    if (environment.isProduction() && !"https".equals(baseUrl.getScheme())) {
      reader.refuse("souspli.base-url", "must begin with https:// in production");
    }
    if (!environment.isProduction() && !isLocal(baseUrl.getHost())) {
      reader.refuse("souspli.base-url", "must name this machine unless souspli.environment is production");
    }
    Settings settings =
        new Settings(
            baseUrl,
            environment,
            account(reader, "souspli.database.user", "souspli.database.password-file"),
            reader.path("souspli.work"),
            reader.path("souspli.keys"),
            reader.path("souspli.log"),
            reader.yes("souspli.makes-keys", true),
            reader.yes("souspli.writes-log", true),
            reader.optional("souspli.brand").orElse("souspli"),
            reader.number("souspli.custody-days", 3, 1, 6),
            reader.number("souspli.readable-days", 90, 1, 365),
            reader.words("souspli.told-in-person"),
            reader.addresses("souspli.proxies"),
            reader.address("souspli.address", "127.0.0.1"),
            reader.number("souspli.port", 8080, 1, 65_535),
            reader.number("souspli.management-port", 8081, 1, 65_535),
            RegistrySettings.read(reader),
            MailSettings.read(reader, environment),
            PscSettings.read(reader, environment),
            environment == Environment.DEMO ? Optional.of(demo(reader)) : Optional.empty());
    if (!settings.brand.matches("[a-z0-9-]{1,40}")) {
      reader.refuse("souspli.brand", "must be the name of a folder: small letters, digits, hyphens");
    }
    reader.finish();
    return settings;
  }

  /**
   * Reads the account that may change the schema; only {@code migrate} ever holds it.
   *
   * @throws FaultySettings naming each setting that is missing
   */
  public static Account readMigrationAccount(Function<String, Optional<String>> lookup) {
    SettingsReader reader = new SettingsReader(lookup);
    Account account =
        account(reader, "souspli.database.migration-user", "souspli.database.migration-password-file");
    reader.finish();
    return account;
  }

  /**
   * Reads the account that may write the public register; only {@code directory load} ever holds it.
   *
   * @throws FaultySettings naming each setting that is missing
   */
  public static Account readDirectoryAccount(Function<String, Optional<String>> lookup) {
    SettingsReader reader = new SettingsReader(lookup);
    Account account =
        account(reader, "souspli.database.directory-user", "souspli.database.directory-password-file");
    reader.finish();
    return account;
  }

  /** A setting as a command sees it: a system property of that name, else {@code SOUSPLI_BASE_URL} and the like. */
  public static Optional<String> fromEnvironment(String name) {
    String variable = name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    return Optional.ofNullable(System.getProperty(name)).or(() -> Optional.ofNullable(System.getenv(variable)));
  }

  private static Account account(SettingsReader reader, String user, String passwordFile) {
    String url = reader.text("souspli.database.url");
    if (!url.isEmpty() && !url.startsWith("jdbc:mariadb:")) {
      reader.refuse("souspli.database.url", "must begin with jdbc:mariadb:");
    }
    return new Account(url, reader.text(user), reader.path(passwordFile));
  }

  private static Demo demo(SettingsReader reader) {
    return new Demo(reader.path("souspli.demo.file"), reader.number("souspli.demo.slips", 60, 0, 100_000));
  }

  static boolean isLocal(String host) {
    return Set.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(host));
  }
}
