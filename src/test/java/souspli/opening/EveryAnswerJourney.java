package souspli.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import souspli.fixtures.ASealedLink;
import souspli.fixtures.Chromium;
import souspli.fixtures.HtmlValidator;
import souspli.fixtures.Phone;
import souspli.fixtures.Portal;
import souspli.keys.KeyDirectory;
import souspli.web.Languages;

/** Every page of a patient, in every language, as the packaged portal sends it: its length, its manners, its words. */
class EveryAnswerJourney {
  private static final int WITH_HEADERS = 12_288;
  private static final int QUESTION = 8_192;
  private static final int SCRIPT = 1_024;

  private static final Portal PORTAL = Portal.shared();
  private static final Map<String, HttpResponse<String>> SENT = new LinkedHashMap<>();
  private static List<EveryAnswer> answers;

  /** Each answer once in each language. */
  @BeforeAll
  static void askEverything() throws Exception {
    try (Connection owner = PORTAL.owner()) {
      answers =
          EveryAnswer.in(
              new ASealedLink(owner, KeyDirectory.open(PORTAL.demo().keyDirectory(), new SecureRandom())));
    }
    for (String language : languages()) {
      answers.forEach(answer -> SENT.put(answer.name() + ' ' + language, post(answer, language)));
    }
  }

  private static HttpResponse<String> sent(String name, String language) {
    return SENT.get(name + ' ' + language);
  }

  private static EveryAnswer answer(String name) {
    return answers.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void everyPageIsValidHtml() {
    String crowded = "2001:db8:%x:7::7".formatted(ThreadLocalRandom.current().nextInt(1, 0xFFFF));
    for (String language : languages()) {
      Phone phone = Phone.at(PORTAL, crowded).speaking(language);
      for (String path : List.of("/", "/trust", "/accessibility", "/nothing-here")) {
        assertEquals(List.of(), HtmlValidator.errors(phone.get(path).body()), path + " in " + language);
      }
      String later = answer("wrongDetails").untilItIsTooMuch(phone);
      assertEquals(List.of(), HtmlValidator.errors(later), "tryLater in " + language);
    }
    SENT.forEach((what, page) -> assertEquals(List.of(), HtmlValidator.errors(page.body()), what));
  }

  @Test
  void anInvalidPageWouldBeNoticed() {
    assertEquals(2, HtmlValidator.errors("<!DOCTYPE html><title>x</title><p><div></div></p><img src=a>").size());
  }

  @Test
  void everyAnswerHasOneLength() {
    for (EveryAnswer answer : answers) {
      for (String language : languages()) {
        HttpResponse<String> sent = sent(answer.name(), language);
        String what = answer.name() + " in " + language;
        assertEquals(answer.name().equals("unavailable") ? 503 : 200, sent.statusCode(), what);
        assertEquals(OpeningPage.ANSWER, bytes(sent.body()), what);
        assertEquals(OpeningPage.ANSWER, sent.headers().firstValueAsLong("Content-Length").orElse(-1), what);
        assertTrue(OpeningPage.ANSWER + headers(sent) <= WITH_HEADERS, what + ": " + headers(sent));
        assertTrue(sent.headers().firstValue("Content-Encoding").isEmpty(), what);
        assertTrue(sent.headers().firstValue("Set-Cookie").isEmpty(), what);
        assertTrue(sent.body().contains("<html lang=\"" + language + "\" dir=\"" + direction(language)), what);
      }
    }
  }

  @Test
  void theQuestionIsSmallAndTheSameForAll() {
    for (String language : languages()) {
      HttpResponse<String> page = Phone.anywhere(PORTAL).speaking(language).look();
      assertTrue(bytes(page.body()) + headers(page) <= QUESTION, language + ": " + bytes(page.body()));
      assertEquals(page.body(), Phone.anywhere(PORTAL).speaking(language).look().body());
      int script = page.body().indexOf("<script>");
      assertTrue(page.body().indexOf("</script>") - script <= SCRIPT, "the script's length");
      assertTrue(page.headers().firstValue("Set-Cookie").isEmpty());
    }
  }

  @Test
  void arabicRunsFromTheRightAndNumbersDoNot() {
    try (BrowserContext phone = Chromium.phone("ar-DZ", ColorScheme.LIGHT)) {
      Page page = phone.newPage();
      page.navigate(PORTAL.baseUrl() + "/");
      assertEquals("rtl", page.evaluate("getComputedStyle(document.body).direction"));
      assertEquals("ltr", page.evaluate("getComputedStyle(document.getElementById('code')).direction"));
      assertEquals("العربية", page.evaluate("document.querySelector('#lang').selectedOptions[0].text"));
      answer("found").fill(page);
      page.locator("form button[type=submit]").first().click();
      assertEquals("كوفيد-19: وُجد الفيروس.", page.locator(".finding").innerText());
      assertEquals("ltr", page.evaluate("getComputedStyle(document.querySelector('a[href^=tel]')).direction"));
      assertTrue(page.locator(".events").innerText().matches("(?s)[0-9]{1,2}\u00a0.*"), "Western digits");
    }
  }

  @Test
  void aFoundVirusIsNotCalledNotFound() {
    assertFalse(words("found", "fr").contains("non trouv"), "found");
    assertTrue(words("found", "fr").contains("Covid-19 : virus trouvé."));
    assertTrue(words("notFound", "fr").contains("Covid-19 : virus non trouvé."));
    assertTrue(words("flu", "en").contains("Flu A: virus found."));
    assertTrue(words("flu", "en").contains("Flu B: virus not found."));
    assertTrue(words("flu", "fr").contains("trouvée (Grippe A). Pour le reste, le test ne peut pas tout voir."));
    assertTrue(words("strep", "fr").contains("Streptocoque A : bactérie trouvée."));
    assertTrue(words("invalid", "fr").contains("Le test n’a pas marché."));
    assertTrue(words("largest", "fr").contains("Résultat corrigé le 30 septembre 2026 à 19 h 58."));
    assertTrue(words("withdrawnBySupport", "fr").contains("Appelez : <bdi>Pharmacie de l’Église Saint-Étienne"));
    assertTrue(words("badForm", "fr").contains("<title>Erreur : "));
    assertTrue(words("eraseAsked", "en").contains("Yes, erase it"));
  }

  private static String words(String name, String language) {
    return sent(name, language).body().replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  private static HttpResponse<String> post(EveryAnswer answer, String language) {
    return Phone.anywhere(PORTAL).speaking(language).post(answer.form());
  }

  private static List<String> languages() {
    return Languages.OF_PATIENTS.all().stream().map(language -> language.getLanguage()).toList();
  }

  private static String direction(String language) {
    return language.equals("ar") ? "rtl" : "ltr";
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** As they lie on the wire, with the status line. */
  private static int headers(HttpResponse<?> response) {
    return 20
        + response.headers().map().entrySet().stream()
            .mapToInt(
                header -> header.getValue().stream().mapToInt(v -> header.getKey().length() + v.length() + 4).sum())
            .sum();
  }
}
