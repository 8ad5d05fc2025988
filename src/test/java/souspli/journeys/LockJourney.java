package souspli.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import souspli.fixtures.Chromium;
import souspli.fixtures.Counter;
import souspli.fixtures.Device;
import souspli.fixtures.Keyboard;
import souspli.fixtures.Lines;
import souspli.fixtures.Looks;
import souspli.fixtures.Newcomer;
import souspli.fixtures.Portal;
import souspli.staff.Role;
import souspli.trail.TrailKind;

/** A counter that is left and come back to, by the same person or by a colleague. */
class LockJourney {
  private final Portal portal = Portal.shared();

  @Test
  void lockedWithAHalfTypedSlipAndUnlockedWithOneTouch() {
    Newcomer member = Newcomer.in(portal, Role.PHARMACIST);
    try (BrowserContext browser = Chromium.counter("fr")) {
      Page page = signedIn(browser, member);
      Device device = Device.of(page, portal, member);
      halfType(page);
      page.keyboard().press("F8");
      page.waitForURL("**/staff/locked");
      assertTrue(page.locator("#locked-by").innerText().startsWith("Camille Fontaine l’a verrouillé à "));
      assertFalse(page.content().contains("Lefèvre"));
      Looks.check(page, "lock-touch");
      page.navigate(portal.baseUrl() + "/staff/counter");
      assertTrue(page.url().endsWith("/staff/locked"), page.url());

      device.knowsItsOwner(false);
      page.click("#touch");
      page.waitForSelector("[data-touch-fault]:not([hidden])");
      Looks.check(page, "lock-not-touched");
      device.knowsItsOwner(true);
      page.click("#touch");
      assertHalfTyped(page);

      page.click("#goNew");
      page.waitForSelector("#birthName:focus");
      page.reload();
      assertEquals("", page.inputValue("#birthName"), "given back once");
    }
  }

  /** Nobody waits a quarter of an hour: the browser's clock is put forward. */
  @Test
  void leftAloneItLocksItselfAndThePasswordUnlocksIt() {
    Newcomer member = Newcomer.in(portal, Role.PHARMACIST);
    try (BrowserContext browser = Chromium.counter("en")) {
      Page page = browser.newPage();
      page.clock().install();
      open(page, member);
      halfType(page);
      page.clock().fastForward("14:00");
      assertTrue(page.url().endsWith("/staff/counter"), page.url());
      page.clock().fastForward("00:40");
      page.waitForURL("**/staff/locked");
      assertTrue(page.isHidden("#touch"), "there is no passkey to touch");
      page.fill("#unlock-password", "not the password");
      page.click("#unlock");
      page.waitForSelector(".faults");
      page.fill("#unlock-password", Newcomer.PASSWORD);
      page.keyboard().press("Enter");
      assertHalfTyped(page);
    }
  }

  @Test
  void aColleagueTakesOverWithTwoTouchesAndFindsNothing() {
    Newcomer leaver = Newcomer.in(portal, Role.PHARMACIST);
    Newcomer colleague = Newcomer.in(portal, Role.PHARMACIST);
    try (BrowserContext browser = Chromium.counter("fr")) {
      Page page = signedIn(browser, colleague);
      Device.of(page, portal, colleague);
      open(page, leaver);
      halfType(page);
      page.click("#lock");
      page.waitForURL("**/staff/locked");
      page.click("#use-passkey");
      page.waitForURL("**/staff/counter");
      page.waitForSelector("#birthName");
      assertEquals("", page.inputValue("#birthName"));
      assertFalse(page.content().contains("Lefèvre"));
      assertEquals("/staff/", location(leaver.cookie()), "the former session is over");
    }
  }

  @Test
  void aStaleFactorIsAskedForInPlace() {
    Newcomer member = Newcomer.in(portal, Role.PHARMACIST);
    try (BrowserContext browser = Chromium.counter("fr")) {
      Page page = signedIn(browser, member);
      Device device = Device.of(page, portal, member);
      page.navigate(portal.baseUrl() + "/staff/counter");
      Counter counter = new Counter(page);
      counter.issue("Lefèvre", "Jeanne", "1952-03-27");
      String number = new Keyboard(page).number();
      counter.enter(number, true);
      Keyboard.leaveAndComeBack(page);

      page.waitForSelector("#slipTitle");
      assertEquals(number, Keyboard.digits(page.locator("#slipTitle").innerText()), "the slip that was open");
      page.keyboard().press("F7");
      page.check("#outcome-SARS_COV_2-not-found");
      page.check("#correctReason-READ_WRONG");
      page.click("#readBack");
      page.waitForSelector("#touch:focus");
      Looks.check(page, "fresh-correct");
      device.knowsItsOwner(false);
      page.click("#touch");
      page.waitForSelector("[data-touch-fault]:not([hidden])");
      page.evaluate("document.querySelector('[data-touch-fault]').textContent = 'of before'");
      page.click("#saveCorrection");
      assertThat(page.locator("[data-touch-fault]")).not().hasText("of before");
      assertTrue(page.isVisible("#fresh"), "nothing is saved without");
      device.knowsItsOwner(true);
      page.click("#touch");
      page.waitForSelector("#answer");
      assertTrue(page.locator("#slipState").innerText().contains("corrig"), page.locator("#slipState").innerText());

      Keyboard.leaveAndComeBack(page);
      page.waitForSelector("#slipTitle");
      page.click("#openWithdraw");
      page.check("#withdrawReason-WRONG_PERSON");
      page.click("#readBackWithdraw");
      page.fill("#proof", "123456");
      page.press("#proof", "Enter");
      page.waitForSelector("#fresh .faults:not([hidden])");
      Looks.check(page, "fresh-withdraw-fault");
      page.click("#touch");
      page.waitForSelector("#answer");
    }
  }

  @Test
  void anInvitationWaitsForTheSixDigits() {
    Newcomer manager = Newcomer.in(portal, Role.MANAGER);
    try (BrowserContext browser = Chromium.counter("en")) {
      Page page = signedIn(browser, manager);
      page.navigate(portal.baseUrl() + "/staff/members");
      page.fill("#email", "waits@example.org");
      page.fill("#rpps", "99000000022");
      page.fill("#name", "Waiting Invited");
      Keyboard.leaveAndComeBack(page);
      assertTrue(page.url().endsWith("/staff/members"), page.url());
      page.waitForSelector("#name:focus"); // what was half typed waits here too
      assertEquals("Waiting Invited 99000000022", page.inputValue("#name") + ' ' + page.inputValue("#rpps"));
      page.click("#invite");
      page.waitForSelector("#proof");
      Looks.check(page, "fresh-invite");
      assertEquals("waits@example.org", page.inputValue("#email"));
      page.fill("#proof", manager.digits());
      page.press("#proof", "Enter");
      page.waitForSelector("section.note");
    }
  }

  @ParameterizedTest
  @CsvSource({"fr, DARK", "en, LIGHT"})
  void theLockOnAPhone(String language, ColorScheme scheme) {
    Newcomer member = Newcomer.in(portal, Role.PHARMACIST);
    try (BrowserContext phone = Chromium.phone(language, scheme)) {
      Page page = signedIn(phone, member);
      page.click("#lock");
      page.waitForURL("**/staff/locked");
      String name = "lock-phone-" + language + "-" + scheme.name().toLowerCase(Locale.ROOT);
      Chromium.screenshot(page, name);
      page.fill("#unlock-password", "not the password");
      page.click("#unlock");
      page.waitForSelector(".faults");
      page.click("#other summary");
      Chromium.screenshot(page, name + "-refused");
      page.click("#sign-out");
      page.waitForURL("**/staff/");
      assertEquals("/staff/", location(member.cookie()));
      assertEquals(1, Lines.left(portal, member, TrailKind.SIGNED_OUT), "though nobody was acting there");
    }
  }

  private Page signedIn(BrowserContext browser, Newcomer member) {
    Page page = browser.newPage();
    open(page, member);
    return page;
  }

  /** At the counter, by the session that began when the invitation was accepted. */
  private void open(Page page, Newcomer member) {
    page.context().addCookies(List.of(member.browserCookie()));
    page.navigate(portal.baseUrl() + "/staff/counter");
    page.waitForSelector("#birthName");
  }

  private void halfType(Page page) {
    page.navigate(portal.baseUrl() + "/staff/counter");
    page.fill("#birthName", "Lefèvre");
    page.check("#sex-F");
    page.selectOption("#kind", "covid");
    page.fill("#givenNames", "Jean");
  }

  private static void assertHalfTyped(Page page) {
    page.waitForURL("**/staff/counter");
    page.waitForSelector("#givenNames:focus");
    assertEquals("Lefèvre", page.inputValue("#birthName"));
    assertEquals("Jean", page.inputValue("#givenNames"));
    assertEquals("covid", page.inputValue("#kind"));
    assertTrue(page.isChecked("#sex-F"));
  }

  private String location(String cookie) {
    return Newcomer.get(portal, "/staff/counter", cookie).headers().firstValue("Location").orElse("");
  }
}
