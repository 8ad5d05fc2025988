package souspli.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import souspli.fixtures.Chromium;
import souspli.fixtures.HealthProfessionals;
import souspli.fixtures.Keycloak;
import souspli.fixtures.Keycloak.Person;
import souspli.fixtures.Lines;
import souspli.fixtures.Looks;
import souspli.fixtures.Newcomer;
import souspli.fixtures.Portal;
import souspli.staff.Role;
import souspli.trail.TrailKind;

/** A pharmacist who was invited comes in by Pro Santé Connect; somebody who was not comes back to the door. */
class ProSanteJourney {
  private final Portal portal = Portal.shared();

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void thereAndBackToTheCounter(String language) {
    HealthProfessionals people = HealthProfessionals.of(portal);
    people.invited();
    try (BrowserContext browser = Chromium.counter(language)) {
      Page page = browser.newPage();
      page.navigate(portal.baseUrl() + "/staff/");
      look(page, "door-" + language);
      page.click("#psc");
      signIn(page, people.pharmacist());
      page.waitForURL(url -> url.endsWith("/staff/counter"));
      assertTrue(page.locator(".place").innerText().contains("Camille Fontaine"));
      Map<String, Cookie> cookies = browser.cookies(portal.baseUrl()).stream()
          .collect(Collectors.toMap(cookie -> cookie.name, cookie -> cookie));
      assertFalse(cookies.containsKey("__Host-psc"), "cleared at the return");
      assertEquals(SameSiteAttribute.STRICT, cookies.get("__Host-souspli").sameSite);

      page.click("#lock");
      page.waitForURL(url -> url.endsWith("/staff/locked"));
      page.click("#psc");
      page.waitForURL(url -> url.contains("/esante-wallet/"));
      page.fill("#password", Keycloak.PASSWORD); // the session that is left there lets nobody in
      page.press("#password", "Enter");
      page.waitForURL(url -> url.endsWith("/staff/counter"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void whoWasNotInvitedIsToldKindlyAndMayEnterAnotherWay(String language) {
    HealthProfessionals people = HealthProfessionals.of(portal);
    Newcomer member = people.invited();
    try (BrowserContext browser = Chromium.counter(language)) {
      Page page = browser.newPage();
      page.navigate(portal.baseUrl() + "/staff/");
      page.click("#psc");
      Response answer =
          page.waitForResponse(
              response -> response.url().contains("/staff/psc/return"), () -> signIn(page, people.physician()));
      assertEquals(403, answer.status());
      page.waitForSelector("[role=alert]");
      assertTrue(page.locator("[role=alert]").first().innerText().contains("Pro Santé Connect"));
      assertEquals(List.of(), browser.cookies(portal.baseUrl()));
      look(page, "refused-" + language);
      enter(page, member);
    }
  }

  /** Their session ends as the colleague goes, and the cookie of the trip remembers whose it was. */
  @Test
  void aColleagueTakesOverALockedCounter() {
    HealthProfessionals people = HealthProfessionals.of(portal);
    Newcomer colleague = people.invited();
    Newcomer leaver = Newcomer.in(portal, Role.PHARMACIST);
    assertEquals(303, Newcomer.post(portal, "/staff/lock", Map.of(), leaver.cookie()).statusCode());
    HealthProfessionals.Trip trip = people.leave(leaver.cookie());
    String back = HealthProfessionals.back(trip, people.pharmacist());
    assertEquals(303, Newcomer.get(portal, "/staff/locked", leaver.cookie()).statusCode(), "nothing waits there");
    assertEquals(200, Newcomer.get(portal, back, trip.cookie()).statusCode());
    assertEquals(1, Lines.left(portal, colleague, TrailKind.TAKEN_OVER));
    HealthProfessionals.Trip another = people.leave();
    String from = HealthProfessionals.back(another, people.pharmacist());
    assertEquals(200, Newcomer.get(portal, from, another.cookie()).statusCode());
    assertEquals(1, Lines.left(portal, colleague, TrailKind.TAKEN_OVER), "at a door nobody is taken over from");
  }

  /** Nothing listens at that address, and the portal starts all the same. */
  @Test
  void aProviderThatIsDownStopsNobodyElse() {
    try (Portal own = Portal.own("no-provider", 0, Map.of("SOUSPLI_PSC_ISSUER", "http://127.0.0.1:9/realms/none"));
        BrowserContext browser = Chromium.counter("fr")) {
      Newcomer member = Newcomer.in(own, Role.PHARMACIST);
      Page page = browser.newPage();
      page.navigate(own.baseUrl() + "/staff/");
      Response answer =
          page.waitForResponse(response -> response.url().endsWith("/staff/psc"), () -> page.click("#psc"));
      assertEquals(503, answer.status());
      assertTrue(page.locator("[role=alert]").first().innerText().startsWith("Pro Santé Connect ne répond pas."));
      assertEquals(List.of(), browser.cookies(own.baseUrl()));
      look(page, "down-fr");
      enter(page, member);
    }
  }

  @Test
  void onAPhone() {
    try (BrowserContext browser = Chromium.phone("fr", ColorScheme.DARK)) {
      Page page = browser.newPage();
      page.navigate(portal.baseUrl() + "/staff/");
      Chromium.screenshot(page, "prosante-door-phone-dark");
      page.navigate(portal.baseUrl() + "/staff/psc/return?state=none");
      Chromium.screenshot(page, "prosante-refused-phone-dark");
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
      Chromium.screenshot(page, "prosante-refused-phone");
    }
  }

  private static void signIn(Page page, Person person) {
    page.fill("#username", person.name());
    page.fill("#password", Keycloak.PASSWORD);
    page.press("#password", "Enter");
  }

  private static void enter(Page page, Newcomer member) {
    page.fill("#email", member.email());
    page.fill("#password", Newcomer.PASSWORD);
    page.fill("#totp", member.digits());
    page.press("#totp", "Enter");
    page.waitForURL(url -> url.endsWith("/staff/counter"));
  }

  private static void look(Page page, String name) {
    Looks.check(page, "prosante-" + name);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    Chromium.screenshot(page, "prosante-" + name + "-dark");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }
}
