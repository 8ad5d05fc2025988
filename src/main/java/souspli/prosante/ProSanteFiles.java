package souspli.prosante;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import souspli.settings.PscSettings;
import souspli.tls.Pem;
import souspli.tls.TlsFiles;

/** The files with which we are known to the provider, and know it. */
public final class ProSanteFiles {
  private ProSanteFiles() {}

  /** Why they cannot be used, each named; empty when they can. */
  public static List<String> faults(PscSettings settings) {
    try {
      Pem.key(settings.clientKeyFile());
      context(settings, new SecureRandom());
      return List.of();
    } catch (GeneralSecurityException e) {
      return List.of("souspli.psc: " + e.getMessage());
    }
  }

  static SSLContext context(PscSettings settings, SecureRandom random) throws GeneralSecurityException {
    Optional<TlsFiles.Ours> ours =
        settings.clientCertificateFile().map(chain -> new TlsFiles.Ours(settings.clientKeyFile(), chain));
    return new TlsFiles(ours, settings.authoritiesFile()).context(random);
  }
}
