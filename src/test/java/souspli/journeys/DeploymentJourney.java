package souspli.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static souspli.fixtures.ASealedLink.aResult;
import static souspli.fixtures.ASealedLink.outcome;
import static souspli.result.Finding.FOUND;
import static souspli.result.Finding.NOT_FOUND;
import static souspli.result.TestKind.STREP_A;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import souspli.fixtures.ASealedLink;
import souspli.fixtures.Chromium;
import souspli.fixtures.Counter;
import souspli.fixtures.Looks;
import souspli.fixtures.Phone;
import souspli.fixtures.Portal;
import souspli.fixtures.Staff;
import souspli.keys.KeyDirectory;
import souspli.result.Outcome;
import souspli.result.TestKind;
import souspli.sealedlink.Token;

/**
 * A deployment of an invented chain: its name, its mark and its colours on whatever patients and staff see; and one
 * kind of test whose results it tells in person.
 */
class DeploymentJourney {
  private static final String CHAIN = "Quintefeuille";
  private static final String ACCENT = "rgb(106, 35, 80)";

  @Test
  void hasItsOwnNameMarkAndColoursAndTellsInPersonWhatItWantsTo() throws Exception {
    Map<String, String> settings =
        Map.of("SOUSPLI_BRAND", "quintefeuille", "SOUSPLI_TOLD_IN_PERSON", STREP_A.code());
    try (Portal portal = Portal.own("chain", 2, settings)) {
      patient(portal);
      toldInPerson(portal);
      staff(portal);
    }
  }

  /** Found or not, it is the same page, and nothing on it tells which. */
  private static void toldInPerson(Portal portal) throws Exception {
    try (Connection owner = portal.owner()) {
      ASealedLink links = new ASealedLink(owner, KeyDirectory.open(portal.demo().keyDirectory(), new SecureRandom()));
      Set<String> pages = new HashSet<>();
      for (Outcome outcome : List.of(outcome(STREP_A, FOUND), outcome(STREP_A, NOT_FOUND), Outcome.invalid())) {
        Token token = links.ready(aResult(STREP_A, outcome));
        HttpResponse<byte[]> kept = Phone.anywhere(portal).keep(token.text(), ASealedLink.BORN.iso());
        assertEquals("text/html;charset=UTF-8", kept.headers().firstValue("Content-Type").orElse(""), "no sheet of it");
        pages.add(new String(kept.body(), StandardCharsets.UTF_8).replace(token.text(), "code"));
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          look(portal, token, scheme);
        }
      }
      assertEquals(1, pages.size(), pages.toString());
      String page = pages.iterator().next();
      assertTrue(page.contains("Votre pharmacien vous le donne en personne.") && page.contains("01 23 45 67 89"), page);
      assertFalse(page.contains("trouvé") || page.contains("Streptocoque"), page);
      Token told = links.ready(aResult(TestKind.COVID, outcome(TestKind.COVID, FOUND)));
      String other = Phone.anywhere(portal).open(told.text(), ASealedLink.BORN.iso()).body();
      assertTrue(other.contains("class=\"finding\""), "all other kinds are shown");
    }
  }

  private static void look(Portal portal, Token token, ColorScheme scheme) {
    try (BrowserContext phone = Chromium.phone("fr", scheme)) {
      Page page = phone.newPage();
      page.navigate(portal.baseUrl() + "/#" + token.text());
      page.fill("#day", "27");
      page.fill("#month", "3");
      page.fill("#year", "1952");
      page.locator("form button[type=submit]").first().click();
      assertThat(page.locator("h1")).hasText("Votre résultat est prêt.");
      Looks.check(page, "patient-callPatientIn-" + scheme);
    }
  }

  private static void patient(Portal portal) {
    try (BrowserContext phone = Chromium.phone("fr", ColorScheme.LIGHT)) {
      Page page = phone.newPage();
      for (String path : new String[] {"/", "/trust", "/nothing-here"}) {
        page.navigate(portal.baseUrl() + path);
        assertTrue(page.title().endsWith(CHAIN), page.title());
        assertEquals(CHAIN, page.locator(".brand").innerText().strip());
        assertEquals(ACCENT, page.evaluate("getComputedStyle(document.querySelector('.brand svg')).fill"));
        assertFalse(page.locator("header").innerHTML().contains("Souspli"), path);
        Chromium.screenshot(page, "brand-patient" + path.replace('/', '-'));
      }
    }
  }

  private static void staff(Portal portal) {
    try (BrowserContext browser = Chromium.counter("fr")) {
      Page door = browser.newPage();
      door.navigate(portal.baseUrl() + "/staff/");
      assertTrue(door.title().endsWith(CHAIN), door.title());
      Looks.check(door, "brand-door");
      Page page = Staff.signIn(browser, portal, portal.demo().first("pharmacist"));
      assertEquals(CHAIN, page.locator("header .brand").innerText().strip());
      assertEquals(ACCENT, page.evaluate("getComputedStyle(document.querySelector('.head')).backgroundColor"));
      new Counter(page).issue("Marchand", "Odile", "1961-09-03");
      assertEquals(CHAIN, page.locator(".slip-brand").innerText().strip());
      Looks.check(page, "brand-slip");
    }
  }
}
