package souspli.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import souspli.fixtures.Axe;
import souspli.fixtures.Chromium;
import souspli.fixtures.Device;
import souspli.fixtures.Newcomer;
import souspli.fixtures.Portal;
import souspli.staff.Role;

/** Somebody adds a passkey, goes, and comes back with one touch. Chromium plays the device. */
class PasskeyJourney {
  private final Portal portal = Portal.shared();

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void addedThenInWithOneTouchThenRemoved(String language) {
    Newcomer member = Newcomer.in(portal, Role.PHARMACIST);
    try (BrowserContext browser = Chromium.counter(language)) {
      Page page = browser.newPage();
      Device device = Device.inside(page);
      page.navigate(portal.baseUrl() + "/staff/");
      look(page, "door-" + language);
      assertTrue(page.isVisible("#use-passkey"));
      type(page, member);
      page.waitForURL(url -> url.endsWith("/staff/counter"));

      page.navigate(portal.baseUrl() + "/staff/passkeys");
      look(page, "none-" + language);
      page.fill("#name", "Comptoir 2");
      page.uncheck("#shared");
      page.fill("#totp", "12345");
      page.click("#add");
      page.waitForSelector(".faults");
      assertEquals("Comptoir 2", page.inputValue("#name"));
      look(page, "fault-" + language);
      device.knowsItsOwner(false);
      page.fill("#totp", member.digits());
      page.click("#add");
      page.waitForSelector("#passkey-fault");
      look(page, "making-" + language);
      device.knowsItsOwner(true);
      page.click("#make");
      page.waitForSelector("#list button");
      assertTrue(page.locator("#list").innerText().contains("Comptoir 2"));
      look(page, "one-" + language);
      assertEquals(303, Newcomer.get(portal, "/staff/counter", member.cookie()).statusCode(), "sessions of before end");

      device.knowsItsOwner(false);
      page.click("#sign-out");
      page.waitForURL(url -> url.endsWith("/staff/"));
      page.click("#use-passkey");
      page.waitForSelector("#passkey-fault");
      look(page, "not-used-" + language);
      device.knowsItsOwner(true);
      page.click("#use-passkey");
      page.waitForURL(url -> url.endsWith("/staff/counter"));
      assertTrue(page.locator(".place").innerText().contains("Camille Fontaine"));

      page.navigate(portal.baseUrl() + "/staff/passkeys");
      page.click("#list button");
      page.waitForSelector("#passkey-removing");
      look(page, "remove-" + language);
      page.fill("#totp", member.digits());
      page.click("#remove");
      page.waitForSelector("#passkey-removing", gone());
      assertFalse(page.locator("#list").innerText().contains("Comptoir 2"));

      device.knowsItsOwner(false);
      page.click("#sign-out");
      page.waitForURL(url -> url.endsWith("/staff/"));
      device.knowsItsOwner(true);
      page.click("#use-passkey");
      page.waitForSelector(".faults");
      look(page, "refused-" + language);
    }
  }

  /** The browser offers it at the address field: nothing is clicked. */
  @Test
  void offeredAtTheAddressField() {
    Newcomer member = Newcomer.in(portal, Role.SUPPORT);
    try (BrowserContext browser = Chromium.counter("fr")) {
      Page page = browser.newPage();
      Device device = Device.inside(page);
      page.navigate(portal.baseUrl() + "/staff/");
      type(page, member);
      page.waitForURL(url -> url.endsWith("/staff/support"));
      page.navigate(portal.baseUrl() + "/staff/passkeys");
      page.fill("#name", "Téléphone");
      page.fill("#totp", member.digits());
      page.click("#add");
      page.waitForSelector("#list button");
      page.click("#sign-out");
      // the virtual device agrees as soon as it is offered
      page.waitForURL(url -> url.endsWith("/staff/support"));
    }
  }

  /** Both devices would do: the one in the machine is not asked. */
  @Test
  void onASharedMachineNoneStaysInIt() {
    Newcomer member = Newcomer.in(portal, Role.PHARMACIST);
    try (BrowserContext browser = Chromium.counter("fr")) {
      Page page = browser.newPage();
      browser.addCookies(List.of(member.browserCookie()));
      Device inside = Device.inside(page);
      Device carried = inside.andOneCarried();
      page.navigate(portal.baseUrl() + "/staff/passkeys");
      assertTrue(page.isChecked("#shared"), "so it is for whoever works in a pharmacy");
      look(page, "shared");
      page.fill("#name", "Clé de sécurité");
      page.fill("#totp", member.digits());
      page.click("#add");
      page.waitForSelector("#list button");
      assertEquals(0, inside.passkeys());
      assertEquals(1, carried.passkeys());
    }
  }

  private static void type(Page page, Newcomer member) {
    page.fill("#email", member.email());
    page.fill("#password", Newcomer.PASSWORD);
    page.fill("#totp", member.digits());
    page.press("#totp", "Enter");
  }

  private static Page.WaitForSelectorOptions gone() {
    return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED);
  }

  private static void look(Page page, String name) {
    Chromium.screenshot(page, "passkeys-" + name);
    assertEquals(List.of(), Axe.violations(page), name);
  }
}
