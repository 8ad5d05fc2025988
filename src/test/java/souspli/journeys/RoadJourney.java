package souspli.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import souspli.fixtures.Chromium;
import souspli.fixtures.Counter;
import souspli.fixtures.Eyes;
import souspli.fixtures.Portal;
import souspli.fixtures.Staff;

/** The whole road, as it is walked: a slip is printed, scanned, opened, corrected and withdrawn. */
class RoadJourney {
  private final Portal portal = Portal.shared();

  @Test
  void fromAPrintedSlipToAnOpenedResult() {
    try (BrowserContext counterBrowser = Chromium.counter("fr");
        BrowserContext phone = Chromium.phone("fr", ColorScheme.LIGHT);
        BrowserContext supportBrowser = Chromium.counter("fr")) {
      Counter counter = new Counter(Staff.signIn(counterBrowser, portal, portal.demo().first("pharmacist")));
      counter.issue("Lefèvre", "Ginette", "1948-05-17");
      byte[] slip = counter.slip("road-1-slip");
      String paper = withoutCodeAndNumber(counter.page());
      for (String secret : new String[] {"Lefèvre", "LEFÈVRE", "Ginette", "1948", "Covid", "COVID", "SARS"}) {
        assertFalse(paper.contains(secret), "the slip says " + secret);
      }
      String scanned = Eyes.qr(slip);
      String host = portal.baseUrl().toUpperCase(Locale.ROOT);
      assertTrue(scanned.startsWith(host + "/#"), scanned);
      String number = Eyes.code128(slip).replace("SP", "");

      Page patient = phone.newPage();
      patient.navigate(scanned.replace(host, portal.baseUrl()));
      assertFalse(patient.url().contains("#"), "the code leaves the address at once");
      give(patient, "17", "5", "1948");
      assertThat(patient.locator("h1")).hasText("Le résultat n’est pas encore prêt.");
      Chromium.screenshot(patient, "road-2-not-ready");

      counter.enter(number, false);
      patient.click("button[name=again]");
      assertThat(patient.locator("main")).containsText("virus non trouvé");
      Chromium.screenshot(patient, "road-3-not-found");

      counter.correct(number, true);
      patient.click("button[name=again]");
      assertThat(patient.locator("main")).containsText("Résultat corrigé le");
      assertThat(patient.locator("main")).containsText("virus trouvé");
      Chromium.screenshot(patient, "road-4-corrected");

      Page support = Staff.signIn(supportBrowser, portal, portal.demo().first("support"));
      withdraw(support, number);
      patient.click("button[name=again]");
      assertThat(patient.locator("main")).containsText("La pharmacie a retiré ce résultat.");
      Chromium.screenshot(patient, "road-5-withdrawn");
    }
  }

  /** Of these, four characters may be any by chance. */
  private static String withoutCodeAndNumber(Page counter) {
    String paper = counter.locator("section.slip").innerText();
    for (String chance : counter.locator(".slip .slip-group, .slip .slip-number").allInnerTexts()) {
      paper = paper.replace(chance, "");
    }
    return paper;
  }

  private static void withdraw(Page support, String number) {
    support.fill("#slipNumber", number);
    support.press("#slipNumber", "Enter");
    support.waitForSelector("#found");
    assertFalse(support.locator("main").innerText().contains("Lefèvre"));
    support.click("#withdraw");
    support.waitForSelector("#confirmLine");
    support.check("#supportReason-PERSON_ASKS");
    support.click("#confirm");
    support.waitForSelector("#answer");
  }

  private static void give(Page patient, String day, String month, String year) {
    patient.fill("#day", day);
    patient.fill("#month", month);
    patient.fill("#year", year);
    patient.locator("form button[type=submit]").first().click();
  }
}
