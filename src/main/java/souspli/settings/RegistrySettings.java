package souspli.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where results are transferred to, and how both sides know each other. Files are PEM and read again after each pause,
 * so that a renewed certificate needs no restart.
 *
 * @param url the registry's FHIR base, {@code https://…}
 * @param clientKeyFile our private key, PKCS #8
 * @param clientCertificateFile our certificate and what stands between it and an authority they trust
 * @param authoritiesFile the only authorities that may have signed the registry's certificate
 */
public record RegistrySettings(URI url, Path clientKeyFile, Path clientCertificateFile, Path authoritiesFile) {

  static final String URL = "souspli.registry.url";
  static final String KEY = "souspli.registry.client-key-file";
  static final String CERTIFICATE = "souspli.registry.client-certificate-file";
  static final String AUTHORITIES = "souspli.registry.authorities-file";

  /** Empty when no registry is named: then nothing is owed to any. */
  static Optional<RegistrySettings> read(SettingsReader reader) {
    Optional<String> url = reader.optional(URL);
    if (url.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RegistrySettings(
            https(reader, url.get()), reader.path(KEY), reader.path(CERTIFICATE), reader.path(AUTHORITIES)));
  }

  private static URI https(SettingsReader reader, String value) {
    try {
      URI uri = URI.create(value);
      if ("https".equals(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      reader.refuse(URL, "is no address: " + e.getMessage());
      return URI.create("https://localhost");
    }
    reader.refuse(URL, "must begin with https:// and hold no user, query or fragment");
    return URI.create("https://localhost");
  }
}
