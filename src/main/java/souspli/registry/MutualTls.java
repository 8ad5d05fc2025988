package souspli.registry;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import souspli.settings.RegistrySettings;
import souspli.tls.TlsFiles;

/**
 * TLS with a certificate on both sides, from PEM files. Only the named authorities count, not those of the JDK. What
 * cannot be read is a {@link GeneralSecurityException} that names the file.
 */
public final class MutualTls {
  private MutualTls() {}

  /** Why the files cannot be used, each named; empty when they can. */
  public static List<String> faults(RegistrySettings settings) {
    try {
      context(settings, new SecureRandom());
      return List.of();
    } catch (GeneralSecurityException e) {
      return List.of("souspli.registry: " + e.getMessage());
    }
  }

  static SSLContext context(RegistrySettings settings, SecureRandom random) throws GeneralSecurityException {
    TlsFiles.Ours ours = new TlsFiles.Ours(settings.clientKeyFile(), settings.clientCertificateFile());
    return new TlsFiles(Optional.of(ours), Optional.of(settings.authoritiesFile())).context(random);
  }
}
