package souspli.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Pro Santé Connect, and how it knows us. Files are PEM and read again every hour, so that a renewed certificate needs
 * no restart.
 *
 * @param issuer as it stands in every token, to the letter
 * @param configuration where the provider describes itself
 * @param clientId under which we are registered
 * @param clientKeyFile our private key, PKCS #8
 * @param clientCertificateFile ours and its chain: with it we are known by mutual TLS, else by a signed assertion
 * @param authoritiesFile the only authorities that may have signed the provider's certificate; else those of the JDK
 */
public record PscSettings(
    URI issuer,
    URI configuration,
    String clientId,
    Path clientKeyFile,
    Optional<Path> clientCertificateFile,
    Optional<Path> authoritiesFile) {

  static final String ISSUER = "souspli.psc.issuer";
  static final String CONFIGURATION = "souspli.psc.configuration";
  static final String CLIENT_ID = "souspli.psc.client-id";
  static final String KEY = "souspli.psc.client-key-file";
  static final String CERTIFICATE = "souspli.psc.client-certificate-file";
  static final String AUTHORITIES = "souspli.psc.authorities-file";

  /** Empty when no issuer is named: then the door does not show this way in. */
  static Optional<PscSettings> read(SettingsReader reader, Environment environment) {
    Optional<String> issuer = reader.optional(ISSUER);
    if (issuer.isEmpty()) {
      return Optional.empty();
    }
    String configuration =
        reader.optional(CONFIGURATION).orElse(issuer.get() + "/.well-known/openid-configuration");
    return Optional.of(
        new PscSettings(
            address(reader, ISSUER, issuer.get(), environment),
            address(reader, CONFIGURATION, configuration, environment),
            reader.text(CLIENT_ID),
            reader.path(KEY),
            reader.optionalPath(CERTIFICATE),
            reader.optionalPath(AUTHORITIES)));
  }

  private static URI address(SettingsReader reader, String name, String value, Environment environment) {
    try {
      URI uri = URI.create(value);
      boolean safe =
          "https".equals(uri.getScheme())
              || "http".equals(uri.getScheme()) && !environment.isProduction() && Settings.isLocal(uri.getHost());
      if (safe && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      reader.refuse(name, "is no address: " + e.getMessage());
      return URI.create("https://localhost");
    }
    reader.refuse(name, "must begin with https:// and hold no user, query or fragment");
    return URI.create("https://localhost");
  }
}
