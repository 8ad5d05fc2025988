package souspli.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Properties;
import souspli.settings.MailSettings;
import souspli.settings.MailSettings.Login;
import souspli.settings.MailSettings.Tls;

/**
 * The configured server, asked anew for each letter by SMTP (RFC 5321, 6409; TLS by RFC 3207 or 8314). Where TLS is
 * wanted there is none without it, and certificate and name must be right. Files are read each time, so that a new
 * password needs no restart.
 */
final class MailServer {

  /** Of a connection, and of each answer. */
  private static final String MILLISECONDS = "5000";

  private final MailSettings settings;

  MailServer(MailSettings settings) {
    this.settings = settings;
  }

  /** The message names what happened and nobody's address. */
  static final class NotTaken extends Exception {
    private static final long serialVersionUID = 1;

    NotTaken(Exception why) {
      super(why.getClass().getSimpleName() + cause(why), why);
    }

    private static String cause(Exception why) {
      return why.getCause() == null ? "" : " (" + why.getCause().getClass().getSimpleName() + ")";
    }
  }

  void send(Letter letter) throws NotTaken {
    try {
      Session session = Session.getInstance(properties());
      MimeMessage message = message(session, letter);
      try (Transport transport = session.getTransport(settings.tls() == Tls.IMPLICIT ? "smtps" : "smtp")) {
        Login login = settings.login().orElse(null);
        transport.connect(
            settings.host(),
            settings.port(),
            login == null ? null : login.user(),
            login == null ? null : MailFiles.firstLine(login.passwordFile()));
        transport.sendMessage(message, message.getAllRecipients());
      }
    } catch (MessagingException | IOException | GeneralSecurityException e) {
      throw new NotTaken(e);
    }
  }

  private MimeMessage message(Session session, Letter letter) throws MessagingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(new InternetAddress(settings.from(), true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to().text(), true));
    message.setSubject(letter.subject(), "UTF-8");
    message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: nobody's absence answers
    byte[] text = letter.text().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    message.setDataHandler(new DataHandler(new ByteArrayDataSource(text, "text/plain; charset=UTF-8")));
    message.saveChanges();
    return message;
  }

  private Properties properties() throws GeneralSecurityException, IOException {
    Properties properties = new Properties();
    properties.put("mail.from", settings.from());
    for (String protocol : List.of("mail.smtp.", "mail.smtps.")) {
      properties.put(protocol + "localhost", settings.from().replaceAll(".*@", ""));
      properties.put(protocol + "auth", Boolean.toString(settings.login().isPresent()));
      properties.put(protocol + "connectiontimeout", MILLISECONDS);
      properties.put(protocol + "timeout", MILLISECONDS);
      properties.put(protocol + "writetimeout", MILLISECONDS);
      properties.put(protocol + "ssl.checkserveridentity", "true");
      properties.put(protocol + "ssl.protocols", "TLSv1.2 TLSv1.3");
      if (settings.authoritiesFile().isPresent()) {
        properties.put(protocol + "ssl.socketFactory", MailFiles.trusting(settings.authoritiesFile().get()));
      }
    }
    if (settings.tls() == Tls.STARTTLS) {
      properties.put("mail.smtp.starttls.enable", "true");
      properties.put("mail.smtp.starttls.required", "true");
    }
    return properties;
  }
}
