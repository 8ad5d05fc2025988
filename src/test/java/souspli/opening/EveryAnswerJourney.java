package souspli.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import souspli.fixtures.ASealedLink;
import souspli.fixtures.Chromium;
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
  private static List<EveryAnswer> answers;

  @BeforeAll
  static void makeLinks() throws Exception {
    try (Connection owner = PORTAL.owner()) {
      answers =
          EveryAnswer.in(
              new ASealedLink(owner, KeyDirectory.open(PORTAL.demo().keyDirectory(), new SecureRandom())));
    }
  }

  @Test
  void everyAnswerHasOneLength() {
    for (EveryAnswer answer : answers) {
      for (String language : languages()) {
        HttpResponse<String> sent = post(answer, language);
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
  void everybodyCanUseEveryPage() {
    for (String language : List.of("fr", "en")) {
      look(language, ColorScheme.LIGHT, answers);
    }
    look("fr", ColorScheme.DARK, answers);
  }

  /** The views are the same as in French; what can differ are the words and how much room they take. */
  @Test
  void everyLanguageFitsAPhone() {
    List<EveryAnswer> fullest =
        answers.stream().filter(one -> Set.of("badForm", "largest").contains(one.name())).toList();
    for (String language : languages().stream().filter(one -> !Set.of("fr", "en").contains(one)).toList()) {
      look(language, ColorScheme.LIGHT, fullest);
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
      fill(page, answers.stream().filter(one -> one.name().equals("found")).findFirst().orElseThrow());
      page.locator("form button[type=submit]").first().click();
      assertEquals("كوفيد-19: وُجد الفيروس.", page.locator(".finding").innerText());
      assertEquals("ltr", page.evaluate("getComputedStyle(document.querySelector('a[href^=tel]')).direction"));
      assertTrue(page.locator(".events").innerText().matches("(?s)[0-9]{1,2}\u00a0.*"), "Western digits");
    }
  }

  private static void look(String language, ColorScheme scheme, List<EveryAnswer> some) {
    try (BrowserContext phone = Chromium.phone(language, scheme)) {
      Page page = phone.newPage();
      List<String> requests = new ArrayList<>();
      page.onRequest(request -> requests.add(request.url()));
      page.navigate(PORTAL.baseUrl() + "/");
      check(page, "question", language, scheme);
      for (EveryAnswer answer : some.stream().filter(one -> one.button().equals("open")).toList()) {
        requests.clear();
        page.navigate(PORTAL.baseUrl() + "/");
        fill(page, answer);
        page.locator("form button[type=submit]").first().click();
        assertEquals(2, requests.size(), answer.name() + " asks for " + requests);
        check(page, answer.name(), language, scheme);
        if (answer.name().equals("found")) {
          page.click("button[name=erase]");
          check(page, "eraseAsked", language, scheme);
        }
      }
      assertTrue(phone.cookies().isEmpty());
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

  private static void fill(Page page, EveryAnswer answer) {
    page.fill("#day", answer.day());
    page.fill("#month", answer.month());
    page.fill("#year", answer.year());
    page.fill("#code", answer.code());
  }

  private static void check(Page page, String name, String language, ColorScheme scheme) {
    String what = name + " in " + language + ", " + scheme;
    Chromium.screenshot(page, "patient-" + name + "-" + language + "-" + scheme.name().toLowerCase());
    assertEquals(List.of(), new AxeBuilder(page).analyze().getViolations().stream().map(v -> v.getId()).toList(), what);
    page.setViewportSize(320, 740);
    assertEquals(320, page.evaluate("document.documentElement.scrollWidth"), what + ": wider than 320 px");
    page.setViewportSize(360, 740);
    assertEquals(
        List.of(),
        page.evaluate(
            """
            [...document.querySelectorAll('button,select,input:not([type=hidden]),a')]
              .filter(e => e.getBoundingClientRect().height < 47.9).map(e => e.outerHTML)
            """),
        what + ": too small to touch");
    assertEquals(
        List.of(),
        page.evaluate(
            """
            [...document.querySelectorAll('main *')]
              .filter(e => e.innerText && parseFloat(getComputedStyle(e).fontSize) < 19)
              .map(e => e.outerHTML)
            """),
        what + ": too small to read");
  }

  private static String words(String name, String language) {
    EveryAnswer answer = answers.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    return post(answer, language).body().replace('\u00a0', ' ').replace('\u202f', ' ');
  }

  private static HttpResponse<String> post(EveryAnswer answer, String language) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("code", answer.code());
    form.put("day", answer.day());
    form.put("month", answer.month());
    form.put("year", answer.year());
    form.put(answer.button(), "");
    return Phone.anywhere(PORTAL).speaking(language).post(form);
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
