package souspli.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import souspli.settings.MailSettings;

/** The files with which we and the mail server know each other. Needs nothing that only the server has. */
public final class MailFiles {

  private MailFiles() {}

  /** Why they cannot be used, each named; empty when they can. */
  public static List<String> faults(MailSettings settings) {
    List<String> faults = new ArrayList<>();
    settings
        .login()
        .map(MailSettings.Login::passwordFile)
        .filter(file -> !Files.isReadable(file))
        .ifPresent(file -> faults.add("souspli.mail.password-file: cannot read " + file));
    settings
        .authoritiesFile()
        .ifPresent(
            file -> {
              try {
                trusting(file);
              } catch (GeneralSecurityException | IOException e) {
                faults.add("souspli.mail.authorities-file: cannot read certificates from " + file);
              }
            });
    return faults;
  }

  static SSLSocketFactory trusting(Path authorities) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream file = Files.newInputStream(authorities)) {
      for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
        store.setCertificateEntry(Integer.toString(store.size()), authority);
      }
    }
    if (store.size() == 0) {
      throw new GeneralSecurityException("no certificate in it");
    }
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return tls.getSocketFactory();
  }

  static String firstLine(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.findFirst().orElse("");
    }
  }
}
