package souspli.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import souspli.fixtures.Axe;
import souspli.fixtures.Chromium;
import souspli.fixtures.DemoDescription.Person;
import souspli.fixtures.Eyes;
import souspli.fixtures.Letterbox;
import souspli.fixtures.Looks;
import souspli.fixtures.Newcomer;
import souspli.fixtures.Portal;
import souspli.fixtures.Staff;
import souspli.staff.Role;

/** From an administrator's form to a colleague's first look at the counter, and out again. */
class SignInJourney {
  private final Portal portal = Portal.shared();

  @Test
  void fromAnInvitationToTheCounter() {
    String email = "camille" + ThreadLocalRandom.current().nextInt(1_000_000) + "@example.org";
    String link;
    try (BrowserContext browser = Chromium.counter("fr")) {
      Page page = Staff.signIn(browser, portal, portal.demo().first("administrator"));
      assertTrue(page.url().endsWith("/staff/members"), page.url());
      look(page, "members");
      page.click("#invite");
      assertEquals("L’adresse e-mail manque ou n’est pas valable.", page.locator(".faults").innerText());
      look(page, "members-fault");
      page.fill("#email", email);
      page.fill("#name", "Camille Fontaine");
      page.selectOption("#role", "PHARMACIST");
      page.selectOption("#pharmacy", new SelectOption().setLabel("Pharmacie de la Gare"));
      page.fill("#rpps", "990 000 000 22");
      page.press("#rpps", "Enter"); // invites, and presses no button of a line above
      page.waitForSelector(".note");
      assertEquals(0, page.locator("#link").count(), "only the letter has the link");
      look(page, "members-invited");
      link = Letterbox.shared().linkTo(email);
    }
    try (BrowserContext browser = Chromium.counter("fr")) {
      Page page = browser.newPage();
      page.navigate(link);
      page.waitForSelector("#accept");
      assertFalse(page.url().contains("#"), "the secret leaves the address at once");
      look(page, "enrol");
      String secret = fromPicture(page);
      assertEquals(page.locator("#totp-secret").innerText().replace(" ", ""), secret);
      accept(page, "Camille Fontaine 2026", secret);
      assertTrue(page.locator(".faults:visible").innerText().startsWith("Ce mot de passe contient surtout votre nom"));
      look(page, "enrol-fault");
      accept(page, Newcomer.PASSWORD, secret);
      page.waitForSelector("#recovery-codes");
      assertEquals(10, page.locator("#recovery-codes li").count());
      look(page, "recovery-codes");
      page.click("#continue");
      page.waitForURL(url -> url.endsWith("/staff/counter"));
      assertTrue(page.locator(".place").innerText().contains("Camille Fontaine"));
      page.click("#sign-out");
      page.waitForURL(url -> url.endsWith("/staff/"));
      page.navigate(portal.baseUrl() + "/staff/counter");
      assertTrue(page.url().endsWith("/staff/"), "signed out: " + page.url());
      page.navigate(link);
      page.waitForSelector(".faults");
      assertTrue(page.locator(".faults").innerText().startsWith("Cette invitation ne permet pas d’entrer"));
      look(page, "invitation-refused");
    }
  }

  @Test
  void whoIsDisabledIsOutWithTheNextClick() {
    Newcomer leaver = Newcomer.in(portal, Role.SUPPORT);
    assertEquals(200, Newcomer.get(portal, "/staff/support", leaver.cookie()).statusCode());
    try (BrowserContext browser = Chromium.counter("en")) {
      Page page = Staff.signIn(browser, portal, portal.demo().first("administrator"));
      Staff.row(page, leaver.email()).locator("button[name=ask]").click();
      page.waitForSelector("#disable");
      look(page, "members-disable");
      page.click("#disable");
      page.waitForSelector("#disable", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
    }
    assertEquals(303, Newcomer.get(portal, "/staff/support", leaver.cookie()).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void whoIsNoLongerInTheDirectoryIsListed(String language) {
    Newcomer gone = Newcomer.in(portal, Role.PHARMACIST);
    Newcomer reader = Newcomer.in(portal, Role.ADMINISTRATOR);
    gone.change("rpps = '99000000031', name = 'Maëlle Trèslongnom-Dufournier'");
    try (BrowserContext browser = Chromium.counter(language)) {
      browser.addCookies(List.of(reader.browserCookie()));
      Page page = browser.newPage();
      page.navigate(portal.baseUrl() + "/staff/members");
      String line = page.locator("#missing li").filter(new Locator.FilterOptions().setHasText("Maëlle")).innerText();
      assertTrue(line.contains("99000000031") && line.contains("Pharmacie de la Gare"), line);
      Looks.check(page, "members-missing-" + language);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      Chromium.screenshot(page, "members-missing-dark-" + language);
    } finally {
      gone.change("rpps = NULL, name = 'Camille Fontaine'");
    }
  }

  @ParameterizedTest
  @CsvSource({"fr, LIGHT", "fr, DARK", "en, LIGHT", "en, DARK"})
  void theDoorOnAPhone(String language, ColorScheme scheme) {
    try (BrowserContext phone = Chromium.phone(language, scheme)) {
      Page page = phone.newPage();
      String name = language + "-" + scheme.name().toLowerCase(Locale.ROOT);
      page.navigate(portal.baseUrl() + "/staff/");
      look(page, "door-" + name);
      Person stranger = new Person("", "stranger-" + name + "@example.org", "some password", "", "");
      Staff.fill(page, stranger, "123456");
      page.waitForSelector(".faults");
      assertEquals(stranger.email(), page.inputValue("#email"));
      assertEquals("", page.inputValue("#password"));
      look(page, "door-refused-" + name);
      page.navigate(portal.baseUrl() + "/staff/invitation");
      look(page, "invitation-" + name);
      assertEquals(0, phone.cookies().size(), "nobody who has not signed in gets a cookie");
    }
  }

  private static void accept(Page page, String password, String secret) {
    page.fill("#password", password);
    page.fill("#again", password);
    page.fill("#totp", Staff.codeAt(secret, Instant.now()));
    page.click("#accept-invitation");
  }

  /** What an authenticator's camera reads. */
  private static String fromPicture(Page page) {
    String uri = Eyes.qr(page.locator(".enrol svg").screenshot());
    Map<String, String> query =
        Arrays.stream(URI.create(uri).getQuery().split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    assertTrue(uri.startsWith("otpauth://totp/Souspli:"), uri);
    return query.get("secret");
  }

  private static void look(Page page, String name) {
    Chromium.screenshot(page, "sign-in-" + name);
    assertEquals(List.of(), Axe.violations(page), name);
  }
}
