package souspli.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import souspli.fixtures.Chromium;
import souspli.fixtures.DemoDescription.Slip;
import souspli.fixtures.Keyboard;
import souspli.fixtures.Looks;
import souspli.fixtures.Portal;
import souspli.fixtures.Staff;

/** Somebody is on the telephone, and has a slip in the hand. */
class SupportJourney {
  private final Portal portal = Portal.shared();

  @Test
  void findsAndWithdrawsByKeyboard() {
    Slip slip = portal.takeReadySlip();
    try (BrowserContext browser = Chromium.counter("fr")) {
      Page page = Staff.signIn(browser, portal, portal.demo().first("support"));
      Keyboard hands = new Keyboard(page);
      page.waitForSelector("#slipNumber:focus");
      hands.type("123");
      hands.press("Enter");
      page.waitForSelector("#slipNumber-fault");
      Looks.check(page, "support-fault");
      page.fill("#slipNumber", "");

      int before = hands.pressed();
      hands.type(slip.slipNumber());
      hands.press("Enter");
      page.waitForSelector("#withdraw:focus");
      assertEquals("Résultat prêt", page.locator("#slipState").innerText());
      // without the number, in which any four digits may stand by chance
      String told = page.locator("main").innerText().replace(page.locator("#foundTitle").innerText(), "");
      String year = slip.dateOfBirth().substring(0, 4);
      String code = slip.code().replaceAll("[^0-9A-Z]", "");
      assertFalse(told.contains(year) || told.contains("trouvé"), told);
      assertFalse(told.replaceAll("[^0-9A-Z]", "").contains(code.substring(0, 12)), told);
      Looks.check(page, "support-found");
      hands.press("Enter");
      page.waitForSelector("#supportReason-SLIP_ASTRAY:focus");
      hands.press("2");
      page.waitForSelector("#confirm:focus");
      assertTrue(page.locator("#confirmLine").innerText().contains(page.locator("#foundTitle").innerText()));
      Looks.check(page, "support-confirm");
      hands.press("Enter");
      page.waitForSelector("#answer");
      assertTrue(hands.pressed() - before <= 14, "keys to withdraw");
      assertEquals("Retiré par l’assistance", page.locator("#slipState").innerText());
      assertFalse(page.isVisible("#withdraw"));
      Looks.check(page, "support-withdrawn");
    }
  }
}
