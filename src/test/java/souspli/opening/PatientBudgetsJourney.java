package souspli.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import souspli.fixtures.ASealedLink;
import souspli.fixtures.Chromium;
import souspli.fixtures.Phone;
import souspli.fixtures.Portal;
import souspli.keys.KeyDirectory;

/** What a patient's page may cost, ask for and look like, as a browser sees it. */
class PatientBudgetsJourney {
  private static final Portal PORTAL = Portal.shared();
  private static List<EveryAnswer> answers;

  private final BrowserContext phone = Chromium.phone("fr", ColorScheme.LIGHT);
  private final List<String> requests = new ArrayList<>();
  private Page page;

  @BeforeAll
  static void makeLinks() throws Exception {
    try (Connection owner = PORTAL.owner()) {
      answers =
          EveryAnswer.in(
              new ASealedLink(owner, KeyDirectory.open(PORTAL.demo().keyDirectory(), new SecureRandom())));
    }
  }

  @BeforeEach
  void openTheQuestion() {
    page = phone.newPage();
    page.onRequest(request -> requests.add(request.method() + ' ' + request.url()));
    page.navigate(PORTAL.baseUrl() + "/");
  }

  @AfterEach
  void putThePhoneAway() {
    phone.close();
  }

  private void open(String name) {
    page.navigate(PORTAL.baseUrl() + "/");
    answers.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow().fill(page);
    page.locator("form button[type=submit]").first().click();
    page.waitForSelector(".sheet, .mistakes");
  }

  @Test
  void asksForNothingElseAndKeepsNothing() throws Exception {
    open("found");
    String home = PORTAL.baseUrl() + "/";
    assertEquals(List.of("GET " + home, "GET " + home, "POST " + home), requests);
    assertTrue(phone.cookies().isEmpty());
    assertEquals(0, page.evaluate("localStorage.length + sessionStorage.length"));
    assertEquals(0, page.evaluate("indexedDB.databases().then(all => all.length)"));
    assertEquals(0, page.evaluate("document.fonts.size"), "fonts of its own");
    assertEquals(List.of(), page.evaluate("[...document.querySelectorAll('[src],link:not([href^=\"data:\"])')]"));
    assertFalse(page.content().matches("(?is).*(primefaces|jakarta\\.faces|viewstate).*"), "anything of the staff's");
  }

  @Test
  void onlyItsOwnBytesAreLetIn() throws Exception {
    var answer = Phone.anywhere(PORTAL).look();
    String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.startsWith("default-src 'none'; ") && !policy.contains("unsafe"), policy);
    for (String kind : List.of("script", "style")) {
      Matcher inline = Pattern.compile("<" + kind + ">(.*?)</" + kind + ">", Pattern.DOTALL).matcher(answer.body());
      assertTrue(inline.find(), kind);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(inline.group(1).getBytes("UTF-8"));
      String source = kind + "-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
      assertTrue((policy + ';').contains(source + ';'), source + " in " + policy);
      assertFalse(inline.find(), "a second " + kind);
    }
  }

  @Test
  void theQuestionIsThreePlainFields() {
    assertEquals(
        List.of("day numeric bday-day", "month numeric bday-month", "year numeric bday-year"),
        page.evaluate(
            """
            [...document.querySelectorAll('form fieldset:has(> legend > h1) input[type=text]')]
              .map(e => [e.id, e.inputMode, e.autocomplete].join(' '))
            """));
    assertEquals(0, page.locator("[maxlength], [type=date], [type=number], [pattern], [required]").count());
    assertEquals("Voir le résultat", page.locator("form button").first().innerText());
    page.focus("#day");
    page.keyboard().type("2703195");
    assertEquals("day", page.evaluate("document.activeElement.id"), "no field jumps to the next");
    assertEquals("2703195", page.inputValue("#day"));
  }

  @Test
  void aMistakeStandsAtItsFieldInTheSameWords() {
    open("badForm");
    assertTrue(page.title().startsWith("Erreur\u00a0: "), page.title());
    List<?> summary = (List<?>) page.evaluate("[...document.querySelectorAll('.mistakes a')].map(a => a.innerText)");
    assertEquals(2, summary.size());
    assertEquals(
        summary,
        page.evaluate(
            """
            [...document.querySelectorAll('.mistakes a')].map(a => document.querySelector(a.getAttribute('href')))
              .filter(field => field.getAttribute('aria-invalid') == 'true')
              .map(field => document.getElementById(field.getAttribute('aria-describedby')))
              .map(said => said.innerText.replace(said.querySelector('b').innerText, '').trim())
            """));
    assertEquals("30 2 52", page.evaluate("[day.value, month.value, year.value].join(' ')"), "as it was filled");
  }

  @Test
  void aResultReadsFromTopToBottom() {
    open("largest");
    assertEquals(
        List.of("corrected", "h1", "finding", "meaning", "advice", "details", "until", "openings", "events", "erase"),
        page.evaluate(
            """
            Object.entries({
              erase: 'button[name=erase]', events: '.events', openings: 'p:has(+ .events)', until: 'dl + p + p',
              details: 'dl', advice: 'h2 + ul', meaning: '.meaning', finding: '.finding', h1: '.sheet h1',
              corrected: '.corrected'
            }).map(([name, place]) => [name, [...document.querySelectorAll('main *')].indexOf(
                document.querySelector(place))]).filter(([, at]) => at >= 0)
              .sort((one, other) => one[1] - other[1]).map(([name]) => name)
            """));
    assertEquals(10, page.locator(".events li").count());
    assertTrue(page.locator("p:has(+ .events)").innerText().matches("Ouvert [1-9][0-9]* fois .*"));
  }

  @Test
  void noOutcomeHasAColourOfItsOwn() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      open("found");
      Object found = frame();
      open("notFound");
      assertEquals(found, frame(), "not found, by " + scheme);
      open("invalid");
      assertEquals(found, frame(), "invalid, by " + scheme);
      assertTrue(((Number) page.evaluate(CONTRAST)).doubleValue() >= 7, "contrast by " + scheme);
      assertEquals(
          true,
          page.evaluate(
              """
              [...document.querySelectorAll('body *:not(.finding)')].every(e =>
                parseFloat(getComputedStyle(e).fontSize) <
                  parseFloat(getComputedStyle(document.querySelector('.finding')).fontSize))
              """),
          "the result is the largest");
    }
  }

  private Object frame() {
    return page.evaluate(
        """
        ['.sheet', '.finding'].map(place => getComputedStyle(document.querySelector(place)))
          .map(s => [s.color, s.backgroundColor, s.borderColor, s.borderWidth, s.fontSize, s.fontWeight].join())
        """);
  }

  /** WCAG 2.2, contrast ratio of the result's words on their sheet. */
  private static final String CONTRAST =
      """
      (() => {
        const light = colour => colour.match(/[0-9.]+/g).slice(0, 3).map(c => c / 255)
          .map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
          .reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
        const both = [getComputedStyle(document.querySelector('.finding')).color,
          getComputedStyle(document.querySelector('.sheet')).backgroundColor].map(light).sort((a, b) => b - a);
        return (both[0] + .05) / (both[1] + .05);
      })()
      """;

  @Test
  void nothingMoves() {
    for (ReducedMotion wish : ReducedMotion.values()) {
      page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(wish));
      open("found");
      assertEquals(
          List.of(),
          page.evaluate(
              """
              [...document.querySelectorAll('*')].filter(e => ['', '::before', '::after']
                .map(part => getComputedStyle(e, part))
                .some(s => s.animationName != 'none' || parseFloat(s.transitionDuration) > 0
                  || s.scrollBehavior == 'smooth')).map(e => e.outerHTML)
              """));
    }
  }

  @Test
  void whereTheFocusIsCanBeSeen() {
    open("badForm");
    page.waitForSelector(".mistakes:focus"); // first of all
    List<String> unseen = new ArrayList<>();
    for (String place : List.of("badForm", "found")) {
      open(place);
      for (int stop = 0; stop < 15; stop++) {
        page.keyboard().press("Tab");
        Object seen =
            page.evaluate(
                """
                (() => {
                  const one = document.activeElement, s = getComputedStyle(one);
                  const accent = getComputedStyle(document.querySelector('.brand')).color;
                  return one == document.body || s.outlineStyle == 'solid' && parseFloat(s.outlineWidth) >= 3
                    && s.outlineColor == accent || one.outerHTML;
                })()
                """);
        if (!Boolean.TRUE.equals(seen)) {
          unseen.add(place + ": " + seen);
        }
      }
    }
    assertEquals(List.of(), unseen);
  }

  @Test
  void paperGetsTheResultAndNoButtons() {
    open("found");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertTrue(page.isVisible(".finding"));
    assertEquals(0, page.locator("button:visible, select:visible").count());
  }
}
