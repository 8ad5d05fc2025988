package souspli.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import souspli.fixtures.Chromium;
import souspli.fixtures.Device;
import souspli.fixtures.Looks;
import souspli.fixtures.Newcomer;
import souspli.fixtures.Portal;
import souspli.staff.Role;

/**
 * Whoever has passkeys alone touches one again before they add or remove another, once five minutes have passed: {@code
 * mvn verify -Dit.test=FiveMinutes}. It waits for them, and so its name keeps it out of the run of all tests.
 */
class FiveMinutes {
  private static final double LONG_ENOUGH = 305_000;

  private final Portal portal = Portal.shared();

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void addsAndRemovesAPasskeyWithATouch(String language) {
    String email = "alone" + ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) + "@example.org";
    String secret = Newcomer.invite(portal, Role.SUPPORT, email).text();
    try (BrowserContext browser = Chromium.counter(language)) {
      Page page = browser.newPage();
      Device device = Device.carried(page);
      page.navigate(portal.baseUrl() + "/staff/invitation#" + secret);
      page.click("#make");
      page.waitForURL(url -> url.endsWith("/staff/support"));
      page.navigate(portal.baseUrl() + "/staff/passkeys");
      assertFalse(page.isVisible("#fresh"), "just now");

      page.waitForTimeout(LONG_ENOUGH);
      page.reload();
      page.waitForSelector("#fresh");
      look(page, "stale-" + language);
      page.fill("#name", "Deuxième");
      page.click("#add");
      page.waitForSelector(".faults:visible");
      assertEquals("Deuxième", page.inputValue("#name"));
      look(page, "untouched-" + language);
      page.click("#list button");
      page.waitForSelector("#passkey-removing #fresh");
      look(page, "stale-remove-" + language);
      device.knowsItsOwner(false);
      page.click("#touch");
      page.waitForSelector("[data-touch-fault]:not([hidden])");
      device.knowsItsOwner(true);
      page.click("#touch");
      page.waitForSelector(".faults:visible"); // the only one stays, and the touch counts from now on
      assertEquals(0, page.locator("#fresh").count());
      look(page, "only-one-" + language);
    }
  }

  private static void look(Page page, String name) {
    Looks.check(page, "passkeys-" + name);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    Chromium.screenshot(page, "passkeys-" + name + "-dark");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }
}
