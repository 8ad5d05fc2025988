package souspli.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.junit.jupiter.api.Test;
import souspli.fixtures.Chromium;
import souspli.fixtures.Counter;
import souspli.fixtures.Looks;
import souspli.fixtures.Portal;
import souspli.fixtures.Staff;

/** A deployment of an invented chain: its name, its mark and its colours on whatever patients and staff see. */
class BrandsJourney {
  private static final String CHAIN = "Quintefeuille";
  private static final String ACCENT = "rgb(106, 35, 80)";

  @Test
  void aChainsNameMarkAndColoursAreOnPatientPagesSlipAndStaffPages() {
    try (Portal portal = Portal.own("brand", 2, Map.of("SOUSPLI_BRAND", "quintefeuille"))) {
      patient(portal);
      staff(portal);
    }
  }

  private static void patient(Portal portal) {
    try (BrowserContext phone = Chromium.phone("fr", ColorScheme.LIGHT)) {
      Page page = phone.newPage();
      for (String path : new String[] {"/", "/trust"}) {
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
