package souspli.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import souspli.fixtures.Chromium;
import souspli.fixtures.Letterbox;
import souspli.fixtures.Looks;
import souspli.fixtures.Newcomer;
import souspli.fixtures.Portal;
import souspli.staff.Role;

/** Somebody whose telephone is lost gets in with a code from a drawer, and makes ten new ones. */
class RecoveryJourney {
  private final Portal portal = Portal.shared();

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void inWithACodeThenTenNewOnes(String language) {
    Newcomer member = Newcomer.in(portal, Role.SUPPORT);
    try (BrowserContext browser = Chromium.counter(language)) {
      Page page = browser.newPage();
      page.navigate(portal.baseUrl() + "/staff/");
      page.click("a[href='/staff/?recovery']");
      page.waitForURL(url -> url.endsWith("?recovery"));
      Looks.check(page, "recovery-door-" + language);
      signIn(page, member, "0000-0000-0000");
      page.waitForSelector(".faults");
      assertEquals(1, page.locator("input[name=recovery]").count(), "the page still asks for a code");
      Looks.check(page, "recovery-door-fault-" + language);
      signIn(page, member, member.recoveryCodes().get(0));
      page.waitForURL(url -> url.endsWith("/staff/support"));
      assertFalse(Letterbox.text(Letterbox.shared().lastTo(member.email())).contains("0000-0000"));

      page.navigate(portal.baseUrl() + "/staff/recovery");
      assertTrue(page.locator("#left").innerText().endsWith("9"));
      Looks.check(page, "recovery-page-" + language);
      page.fill("#totp", member.recoveryCodes().get(0));
      page.click("#make");
      page.waitForSelector(".faults");
      Looks.check(page, "recovery-page-fault-" + language);
      page.fill("#totp", member.digits());
      page.click("#make");
      page.waitForSelector("#recovery-codes");
      List<String> fresh = page.locator("#recovery-codes code").allInnerTexts();
      assertEquals(10, fresh.size());
      assertTrue(page.isVisible("#print"));
      Looks.check(page, "recovery-made-" + language);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      Chromium.screenshot(page, "recovery-print-" + language);
      assertFalse(page.isVisible("#print"), "paper has no buttons");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
      assertEquals(303, Newcomer.get(portal, "/staff/support", member.cookie()).statusCode(), "other sessions end");
      page.navigate(portal.baseUrl() + "/staff/recovery");
      assertTrue(page.locator("#left").innerText().endsWith("10"), "and this one goes on");
      assertEquals(0, page.locator("#recovery-codes").count(), "shown once");
      assertEquals(403, member.signIn(Newcomer.PASSWORD, member.recoveryCodes().get(1)).statusCode(), "old ones end");
      assertEquals(303, member.signIn(Newcomer.PASSWORD, fresh.get(3)).statusCode());
    }
  }

  private static void signIn(Page page, Newcomer member, String code) {
    page.fill("#email", member.email());
    page.fill("#password", Newcomer.PASSWORD);
    page.fill("#totp", code);
    page.press("#totp", "Enter");
  }
}
