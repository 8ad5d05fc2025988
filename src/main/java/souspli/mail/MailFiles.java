package souspli.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import souspli.settings.MailSettings;
import souspli.tls.TlsFiles;

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
              } catch (GeneralSecurityException e) {
                faults.add("souspli.mail.authorities-file: cannot read certificates from " + file);
              }
            });
    return faults;
  }

  static SSLSocketFactory trusting(Path authorities) throws GeneralSecurityException {
    return new TlsFiles(Optional.empty(), Optional.of(authorities)).context(new SecureRandom()).getSocketFactory();
  }

  static String firstLine(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.findFirst().orElse("");
    }
  }
}
