package souspli.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The server that takes our letters to staff, and how both sides know each other.
 *
 * @param from the address that letters come from
 * @param login where the server asks who we are
 * @param authoritiesFile the only authorities that may have signed its certificate, in PEM; else those of the JDK
 */
public record MailSettings(
    String host, int port, String from, Optional<Login> login, Tls tls, Optional<Path> authoritiesFile) {

  static final String HOST = "souspli.mail.host";
  static final String PORT = "souspli.mail.port";
  static final String FROM = "souspli.mail.from";
  static final String USER = "souspli.mail.user";
  static final String PASSWORD = "souspli.mail.password-file";
  static final String TLS = "souspli.mail.tls";
  static final String AUTHORITIES = "souspli.mail.authorities-file";

  private static final int SUBMISSION = 587;
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,189}");

  /**
   * Who we are to the server.
   *
   * @param passwordFile its first line is the password
   */
  public record Login(String user, Path passwordFile) {}

  /** How what we send is hidden on its way. */
  public enum Tls {
    /** The connection begins in the open and is sealed before anything is said; else nothing is. */
    STARTTLS,
    /** From the first byte. */
    IMPLICIT,
    /** Not at all: never in production. */
    NONE
  }

  /** Empty when no server is named: then nobody is written to. */
  static Optional<MailSettings> read(SettingsReader reader, Environment environment) {
    Optional<String> host = reader.optional(HOST);
    if (host.isEmpty()) {
      return Optional.empty();
    }
    String from = reader.text(FROM);
    if (!from.isEmpty() && !ADDRESS.matcher(from).matches()) {
      reader.refuse(FROM, "is no e-mail address");
    }
    Optional<Login> login = reader.optional(USER).map(user -> new Login(user, reader.path(PASSWORD)));
    Tls tls = tls(reader);
    if (tls == Tls.NONE && environment.isProduction()) {
      reader.refuse(TLS, "must be starttls or implicit in production");
    }
    int port = reader.number(PORT, SUBMISSION, 1, 65_535);
    return Optional.of(new MailSettings(host.get(), port, from, login, tls, reader.optionalPath(AUTHORITIES)));
  }

  private static Tls tls(SettingsReader reader) {
    return switch (reader.optional(TLS).orElse("starttls")) {
      case "starttls" -> Tls.STARTTLS;
      case "implicit" -> Tls.IMPLICIT;
      case "none" -> Tls.NONE;
      default -> {
        reader.refuse(TLS, "must be starttls, implicit or none");
        yield Tls.STARTTLS;
      }
    };
  }
}
