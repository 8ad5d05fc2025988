package souspli.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.fixtures.Portal;
import souspli.web.Languages;
import souspli.web.Texts;

/** What the public can check, on the packaged application. */
class TrustIT {
  private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Portal portal = Portal.shared();

  @Test
  void showsTheFingerprintThatTheReleasedArchiveGives(@TempDir Path unpacked) throws Exception {
    unpack(Path.of(System.getProperty("souspli.distribution", "target/souspli"), "souspli.war"), unpacked);
    String page = get("/trust", "fr").body();
    String fingerprint = Build.fingerprintOf(unpacked).replaceAll(".{8}(?!$)", "$0 ");
    assertTrue(page.contains(fingerprint), page);
    assertTrue(page.contains(">0.1.0<"), page);
  }

  @Test
  void speaksTheBrowsersLanguageOrTheOneAsked() throws Exception {
    assertTrue(get("/trust", "fr").body().contains("<h1>Ce que nous promettons</h1>"));
    assertTrue(get("/trust", "en").body().contains("<h1>What we promise</h1>"));
    assertTrue(get("/trust?lang=en", "fr").body().contains("<html lang=\"en\""));
    assertTrue(get("/trust?lang=xx", "fr").body().contains("<html lang=\"fr\""));
    for (Locale language : Languages.OF_PATIENTS.all()) {
      assertTrue(get("/trust", language.getLanguage()).body().contains(Texts.of("trust", language).say("title")));
    }
    String arabic = get("/trust", "ar-MA,fr;q=0.5").body();
    assertTrue(arabic.contains("<html lang=\"ar\" dir=\"rtl\""), arabic);
    assertTrue(arabic.contains(" 90 يومًا"), arabic);
  }

  @Test
  void saysInEveryLanguageWhatWasCheckedForWhomThePageMayBeHard() throws Exception {
    for (Locale language : Languages.OF_PATIENTS.all()) {
      String page = get("/accessibility", language.getLanguage()).body();
      Texts texts = Texts.of("trust", language);
      assertTrue(page.contains("<h1>" + texts.say("access.title") + "</h1>"), page);
      assertTrue(page.contains(texts.say("access.not.people")), page);
      String start = get("/", language.getLanguage()).body();
      assertTrue(start.contains("<a href=\"/accessibility\">" + texts.say("access.title") + "</a>"), start);
      assertTrue(start.contains("<a href=\"/trust\">" + texts.say("title") + "</a>"), start);
    }
    assertTrue(get("/accessibility?lang=en", "fr").body().contains("<html lang=\"en\""));
    assertFalse(get("/accessibility", "fr").headers().map().containsKey("set-cookie"));
  }

  @Test
  void makesNoSession() throws Exception {
    assertFalse(get("/trust", "fr").headers().map().containsKey("set-cookie"));
  }

  @Test
  void tellsRobotsToGo() throws Exception {
    assertEquals("User-agent: *\nDisallow: /\n", get("/robots.txt", "fr").body());
  }

  @Test
  void securityTxtIsOfThisOriginAndNotExpired() throws Exception {
    List<String> lines = get("/.well-known/security.txt", "fr").body().lines().toList();
    assertTrue(lines.contains("Canonical: " + portal.baseUrl() + "/.well-known/security.txt"), lines.toString());
    String expires = lines.stream().filter(line -> line.startsWith("Expires: ")).findFirst().orElseThrow();
    Duration left = Duration.between(Instant.now(), Instant.parse(expires.substring("Expires: ".length())));
    assertTrue(left.toDays() > 170 && left.toDays() < 366, expires);
  }

  @Test
  void theMarkIsOneSmallPath() throws Exception {
    HttpResponse<String> mark = get("/favicon.svg", "fr");
    assertEquals("image/svg+xml", mark.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", ""));
    assertTrue(mark.body().length() < 500, mark.body());
    assertEquals(1, mark.body().split("<path ", -1).length - 1);
  }

  private HttpResponse<String> get(String path, String language) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(portal.baseUrl() + path)).header("Accept-Language", language).build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), path);
    return answer;
  }

  private static void unpack(Path archive, Path folder) throws IOException {
    try (FileSystem war = FileSystems.newFileSystem(archive);
        var entries = Files.walk(war.getPath("/"))) {
      for (Path entry : entries.filter(Files::isRegularFile).toList()) {
        Path target = folder.resolve(entry.toString().substring(1));
        Files.createDirectories(target.getParent());
        Files.copy(entry, target);
      }
    }
  }
}
