package souspli.opening;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import souspli.fixtures.Chromium;
import souspli.fixtures.DemoDescription.Slip;
import souspli.fixtures.Phone;
import souspli.fixtures.Portal;

/** The patient's page as it is used: scanned, typed, in another language, looked at again, erased, left. */
class PatientJourney {
  private static final String UNKNOWN = "000G40R40M30E209185GR38E1W64";

  private final Portal portal = Portal.shared();

  @Test
  void aScannedCodeLeavesTheAddressAndIsInTheForm() {
    try (BrowserContext phone = Chromium.phone("fr", ColorScheme.LIGHT)) {
      Page page = phone.newPage();
      page.navigate(portal.baseUrl() + "/#" + UNKNOWN);
      assertEquals(portal.baseUrl() + "/", page.url());
      assertEquals(UNKNOWN, page.inputValue("#code"));
      assertTrue(page.isVisible("#code-read"));
      Slip slip = portal.takeReadySlip();
      page.evaluate("code => location.hash = code", slip.code());
      page.waitForFunction("code => document.getElementById('code').value == code", slip.code());
      open(page, slip);
      page.evaluate("code => location.hash = code", UNKNOWN);
      page.waitForURL(portal.baseUrl() + "/");
      page.waitForFunction("code => document.getElementById('code').value == code", UNKNOWN);
      assertEquals("", page.inputValue("#day"), "another paper is another question");
    }
  }

  @Test
  void withoutScriptTheCodeIsTyped() {
    Slip slip = portal.takeReadySlip();
    try (BrowserContext phone = Chromium.phone("fr", ColorScheme.LIGHT);
        BrowserContext plain =
            phone.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("en"))) {
      Page page = plain.newPage();
      page.navigate(portal.baseUrl() + "/");
      page.fill("#code", slip.code().toLowerCase().replaceAll("(.{4})", "$1 "));
      open(page, slip);
      assertThat(page.locator("h1")).containsText("test");
    }
  }

  @Test
  void theKeyboardAloneOpensAResultChangesTheLanguageAndErases() {
    Slip slip = portal.takeReadySlip();
    String[] date = slip.dateOfBirth().split("-");
    try (BrowserContext phone = Chromium.phone("fr", ColorScheme.LIGHT)) {
      Page page = phone.newPage();
      page.navigate(portal.baseUrl() + "/");
      tabTo(page, "#day");
      page.keyboard().type(date[2]);
      tabTo(page, "#month");
      page.keyboard().type(date[1]);
      tabTo(page, "#year");
      page.keyboard().type(date[0]);
      tabTo(page, "#code");
      page.keyboard().type(slip.code());
      page.keyboard().press("Enter");
      page.waitForSelector(".finding");
      tabTo(page, "#lang");
      for (int i = 0; i < 20 && !page.inputValue("#lang").equals("en"); i++) {
        page.keyboard().press("ArrowDown");
      }
      tabTo(page, "button[name=language]");
      page.keyboard().press("Enter");
      page.waitForSelector("html[lang=en] .finding");
      tabTo(page, "button[name=erase]");
      page.keyboard().press("Enter");
      page.waitForSelector("html:not(:has(.finding)) button[name=again]");
      tabTo(page, "button[name=again]");
    }
  }

  private static void tabTo(Page page, String wanted) {
    for (int stop = 0; stop < 40; stop++) {
      page.keyboard().press("Tab");
      if ((boolean) page.evaluate("wanted => document.activeElement.matches(wanted)", wanted)) {
        return;
      }
    }
    throw new AssertionError("no way to " + wanted + " with the tabulator");
  }

  @Test
  void anotherLanguageKeepsWhatWasTypedAndCountsNothing() throws SQLException {
    Slip slip = portal.takeReadySlip();
    try (BrowserContext phone = Chromium.phone("fr", ColorScheme.LIGHT)) {
      Page page = phone.newPage();
      page.navigate(portal.baseUrl() + "/#" + slip.code());
      page.fill("#day", "31");
      page.selectOption("#lang", "en");
      page.click("button[name=language]");
      assertThat(page.locator("h1")).hasText("What is the tested person’s date of birth?");
      assertEquals("31", page.inputValue("#day"));
      assertEquals(slip.code(), page.inputValue("#code"));
      open(page, slip);
      assertEquals("en", page.getAttribute("html", "lang"), "the chosen language stays");
      page.selectOption("#lang", "fr");
      page.click("button[name=language]");
      assertThat(page.locator("body")).containsText("Ouvert 2 fois");
    }
  }

  @Test
  void erasingAsksOnceMore() {
    Slip slip = portal.takeReadySlip();
    try (BrowserContext phone = Chromium.phone("fr", ColorScheme.LIGHT)) {
      Page page = phone.newPage();
      page.navigate(portal.baseUrl() + "/#" + slip.code());
      open(page, slip);
      page.click("button[name=erase]");
      assertThat(page.locator("h1")).hasText("Effacer ce résultat ?");
      page.locator("form button[type=submit]").first().click();
      page.waitForSelector(".finding"); // the first button goes back
      page.click("button[name=erase]");
      page.click("button[name=erase][value=yes]");
      assertThat(page.locator("h1")).hasText("Ce résultat a été effacé à votre demande.");
      page.waitForResponse(answer -> answer.request().method().equals("POST"), () -> page.click("button[name=again]"));
      assertThat(page.locator("h1")).hasText("Ce résultat a été effacé à votre demande.");
    }
  }

  @Test
  void aPageThatWasLeftShowsNothing() {
    Slip slip = portal.takeReadySlip();
    try (BrowserContext phone = Chromium.phone("fr", ColorScheme.LIGHT)) {
      Page page = phone.newPage();
      page.navigate(portal.baseUrl() + "/#" + slip.code());
      open(page, slip);
      page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))");
      assertEquals("", page.evaluate("document.documentElement.innerHTML"), "this is what a browser may keep for Back");
      page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))");
      page.waitForSelector("#day");
      assertEquals("", page.inputValue("#code"));
      assertFalse(page.content().contains(slip.code()));
    }
  }

  @Test
  void aMistakeOfFormHasTheFocusAndLeadsToItsField() {
    try (BrowserContext phone = Chromium.phone("en", ColorScheme.LIGHT)) {
      Page page = phone.newPage();
      page.navigate(portal.baseUrl() + "/#" + UNKNOWN);
      page.fill("#day", "30");
      page.fill("#month", "feb");
      page.fill("#year", "1952");
      page.press("#year", "Enter");
      assertThat(page).hasTitle(Pattern.compile("^Error: "));
      page.waitForSelector(".mistakes:focus");
      page.click(".mistakes a");
      assertEquals("day", page.evaluate("document.activeElement.id"));
      assertEquals("feb", page.inputValue("#month"));
      assertEquals("This date does not exist", page.locator(".mistakes a").innerText());
    }
  }

  @Test
  void tooManyFromOnePlaceWait() throws SQLException {
    Slip slip = portal.takeReadySlip();
    gates("TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6)) + 1300000000");
    try {
      HttpResponse<String> answer = Phone.anywhere(portal).open(slip.code(), slip.dateOfBirth());
      assertEquals(429, answer.statusCode());
      assertEquals("60", answer.headers().firstValue("Retry-After").orElse(""));
      assertEquals(OpeningPage.ANSWER, answer.body().getBytes(StandardCharsets.UTF_8).length);
      assertTrue(answer.body().contains("Trop d’essais depuis cette connexion."));
    } finally {
      gates("0");
    }
    assertTrue(Phone.anywhere(portal).open(slip.code(), slip.dateOfBirth()).body().contains("class=\"finding\""));
  }

  private void gates(String tat) throws SQLException {
    try (Connection owner = portal.owner()) {
      owner.createStatement().executeUpdate("UPDATE gate SET tat = " + tat);
    }
  }

  private static void open(Page page, Slip slip) {
    String[] date = slip.dateOfBirth().split("-");
    page.fill("#day", date[2]);
    page.fill("#month", date[1]);
    page.fill("#year", date[0]);
    page.locator("form button[type=submit]").first().click();
    page.waitForSelector(".finding");
  }
}
