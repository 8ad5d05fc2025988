package souspli.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.fixtures.Letterbox;
import souspli.fixtures.TestSettings;
import souspli.staff.EmailAddress;
import souspli.staff.Role;
import souspli.standin.Authority;

/** Letters and a real server: what arrives, and when nothing is said to whoever answers there. */
class PostIT {
  private static final String LINK = "https://results.example/staff/invitation#0123456789-_";
  private static final EmailAddress READER = new EmailAddress("lea@example.org");

  @TempDir static Path directory;
  private static Letterbox open;
  private static Letterbox sealed;

  @BeforeAll
  static void twoServers() throws Exception {
    Instant now = Instant.now();
    Authority authority = authority("ours.pem", now);
    authority("other.pem", now);
    Authority.Identity server =
        authority.identity("localhost", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    char[] password = "changeit".toCharArray();
    store.setKeyEntry("server", server.keys().getPrivate(), password, new Certificate[] {server.certificate()});
    Path file = directory.resolve("server.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password);
    }
    System.setProperty("greenmail.tls.keystore.file", file.toString());
    System.setProperty("greenmail.tls.keystore.password", "changeit");
    open = Letterbox.open("smtp");
    sealed = Letterbox.open("smtps");
  }

  private static Authority authority(String file, Instant now) throws IOException {
    Authority authority =
        new Authority("Test", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)), new SecureRandom());
    authority.write(directory.resolve(file));
    return authority;
  }

  @AfterAll
  static void close() {
    open.close();
    sealed.close();
  }

  @Test
  void anInvitationArrivesWholeInBothLanguages() throws Exception {
    assertEquals(Post.Outcome.SENT, post(open, Map.of()).send(invitation(READER)));
    MimeMessage letter = open.lastTo(READER.text());
    assertEquals("Votre invitation à Souspli · Your invitation to Souspli", letter.getSubject());
    assertEquals("souspli@example.org", letter.getFrom()[0].toString());
    assertEquals("auto-generated", letter.getHeader("Auto-Submitted", null));
    assertTrue(letter.getMessageID().endsWith("@example.org>"), "nothing of this machine: " + letter.getMessageID());
    assertTrue(letter.getContentType().startsWith("text/plain"), letter.getContentType());
    String text = Letterbox.text(letter);
    assertEquals(2, text.split(LINK, -1).length - 1, text);
    assertTrue(text.contains("Bonjour Léa Roux"), text);
    assertTrue(text.contains("Pharmacien, Pharmacie de la Gare"), text);
    assertTrue(text.contains("Pharmacist, Pharmacie de la Gare"), text);
    assertFalse(text.contains("{"), text);
  }

  @Test
  void aNoticeSaysWhatHappenedAndHasNoLink() {
    EmailAddress reader = new EmailAddress("notice@example.org");
    assertEquals(Post.Outcome.SENT, post(open, Map.of()).send(Letters.factorDisabled(reader, "Léa Roux")));
    String text = Letterbox.text(open.lastTo(reader.text()));
    assertTrue(text.contains("dix codes faux") && text.contains("ten wrong codes"), text);
    assertFalse(text.contains("://"), text);
  }

  @Test
  void oneThatNobodyWaitsForGoesAsWell() {
    EmailAddress reader = new EmailAddress("later@example.org");
    post(open, Map.of()).deliver(invitation(reader));
    assertEquals(LINK, Letterbox.text(open.lastTo(reader.text())).lines().filter(LINK::equals).findFirst().orElse(""));
  }

  @Test
  void aPasswordIsReadFromItsFile() throws IOException {
    try (Letterbox careful = Letterbox.open("smtp")) {
      careful.demand("souspli", "the right one");
      Path file = Files.writeString(directory.resolve("mail-password"), "the right one\n");
      Map<String, String> login =
          Map.of("souspli.mail.user", "souspli", "souspli.mail.password-file", file.toString());
      Post post = post(careful, login);
      assertEquals(Post.Outcome.SENT, post.send(invitation(READER)));
      Files.writeString(file, "another");
      assertEquals(Post.Outcome.NOT_SENT, post.send(invitation(READER)));
      assertEquals(1, careful.all().size());
    }
  }

  /** The wrong password stands for all that a server may have against us for a while. */
  @Test
  void oneThatNobodyWaitsForIsTriedAgain() throws IOException {
    try (Letterbox careful = Letterbox.open("smtp")) {
      careful.demand("souspli", "the right one");
      Path file = Files.writeString(directory.resolve("late-password"), "the wrong one");
      Map<String, String> login =
          Map.of("souspli.mail.user", "souspli", "souspli.mail.password-file", file.toString());
      List<Duration> pauses = Collections.nCopies(500, Duration.ofMillis(100));
      Post post = new Post(TestSettings.in(directory, settings(careful.port(), login)), pauses);
      post.deliver(invitation(READER));
      assertEquals(Post.Outcome.NOT_SENT, post.send(invitation(READER)));
      Files.writeString(file, "the right one");
      careful.lastTo(READER.text());
      assertEquals(1, careful.all().size());
      post.close();
    }
  }

  @Test
  void withTlsCertificateAndNameMustBeRight() {
    assertEquals(Post.Outcome.SENT, sealed("localhost", "ours.pem"));
    assertEquals(Post.Outcome.NOT_SENT, sealed("127.0.0.1", "ours.pem"), "another name");
    assertEquals(Post.Outcome.NOT_SENT, sealed("localhost", "other.pem"), "another authority");
    Map<String, String> jdk = Map.of("souspli.mail.host", "localhost", "souspli.mail.tls", "implicit");
    assertEquals(Post.Outcome.NOT_SENT, post(sealed, jdk).send(invitation(READER)), "nobody's authority");
    assertEquals(1, sealed.all().size());
  }

  @Test
  void whereTlsIsWantedAServerWithoutItGetsNothing() {
    EmailAddress reader = new EmailAddress("open@example.org");
    Post post = post(open, Map.of("souspli.mail.tls", "starttls"));
    assertEquals(Post.Outcome.NOT_SENT, post.send(invitation(reader)));
    assertTrue(
        open.all().stream().map(Letterbox::text).noneMatch(text -> text.contains(reader.text())), "nothing was said");
  }

  @Test
  void nobodyWaitsLongForAServerThatIsMuteOrGone() throws IOException {
    Post post;
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      post = post(mute.getLocalPort(), Map.of());
      assertEquals(Post.Outcome.NOT_SENT, post.send(invitation(READER)));
    }
    assertEquals(Post.Outcome.NOT_SENT, post.send(invitation(READER)));
  }

  @Test
  void withoutAServerNobodyIsWrittenTo() {
    Post off = new Post(TestSettings.in(directory, Map.of()));
    assertFalse(off.isOpen());
    assertEquals(Post.Outcome.OFF, off.send(invitation(READER)));
    off.deliver(invitation(READER));
  }

  @Test
  void filesThatCannotBeReadAreNamedBeforeAnyAnswer() {
    Map<String, String> missing =
        Map.of(
            "souspli.mail.user", "souspli",
            "souspli.mail.password-file", directory.resolve("none").toString(),
            "souspli.mail.authorities-file", directory.resolve("password").toString());
    List<String> faults = MailFiles.faults(TestSettings.in(directory, settings(25, missing)).mail().orElseThrow());
    assertEquals(2, faults.size(), faults.toString());
    assertTrue(faults.get(0).startsWith("souspli.mail.password-file: "), faults.toString());
    assertTrue(faults.get(1).startsWith("souspli.mail.authorities-file: "), faults.toString());
  }

  private static Post.Outcome sealed(String host, String authorities) {
    Map<String, String> tls =
        Map.of(
            "souspli.mail.host", host,
            "souspli.mail.tls", "implicit",
            "souspli.mail.authorities-file", directory.resolve(authorities).toString());
    return post(sealed, tls).send(invitation(READER));
  }

  private static Letter invitation(EmailAddress to) {
    return Letters.invitation(to, "Léa Roux", Role.PHARMACIST, "Pharmacie de la Gare", LINK);
  }

  private static Post post(Letterbox server, Map<String, String> more) {
    return post(server.port(), more);
  }

  private static Post post(int port, Map<String, String> more) {
    return new Post(TestSettings.in(directory, settings(port, more)));
  }

  private static Map<String, String> settings(int port, Map<String, String> more) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "souspli.mail.host", "127.0.0.1",
                "souspli.mail.port", Integer.toString(port),
                "souspli.mail.from", "souspli@example.org",
                "souspli.mail.tls", "none"));
    settings.putAll(more);
    return settings;
  }
}
