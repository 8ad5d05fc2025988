package souspli.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import souspli.fixtures.Chromium;
import souspli.fixtures.Counter;
import souspli.fixtures.Looks;
import souspli.fixtures.Newcomer;
import souspli.fixtures.Portal;
import souspli.staff.Role;

/** What somebody did stands on the page of traces, once each; and a page for a day without any. */
class TrailJourney {
  private final Portal portal = Portal.shared();

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void whatAPharmacistDidAndNobodyElse(String language) {
    Newcomer member = Newcomer.in(portal, Role.PHARMACIST);
    assertEquals(403, member.signIn("not the password of anybody", "123456").statusCode());
    try (BrowserContext browser = Chromium.counter(language)) {
      Page page = arrive(browser, member);
      String slip = look(new Counter(page));
      page.navigate(portal.baseUrl() + "/staff/trail");
      List<String> kinds =
          language.equals("fr")
              ? List.of("Résultat regardé", "Connexion par mot", "Connexion refusée", "Invitation acceptée")
              : List.of("Result looked at", "Signed in by password", "Sign-in refused", "Invitation accepted");
      List<String> lines = page.locator("#list tbody tr").allInnerTexts();
      assertEquals(kinds.size(), lines.size(), lines.toString());
      for (String kind : kinds) {
        assertEquals(1, lines.stream().filter(line -> line.contains(kind)).count(), kind + " in " + lines);
      }
      assertTrue(lines.getFirst().contains(slip), lines.getFirst());
      assertEquals(0, page.locator("#whose").count());
      Looks.check(page, "trail-own-" + language);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      Chromium.screenshot(page, "trail-own-dark-" + language);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));

      page.fill("#day", LocalDate.now(ZoneOffset.UTC).minusDays(40).toString());
      page.click("#choose");
      page.waitForSelector("#list .ui-datatable-empty-message");
      Looks.check(page, "trail-empty-" + language);
    }
  }

  @Test
  void aManagersPharmacyPageByPage() throws SQLException {
    Newcomer manager = Newcomer.in(portal, Role.MANAGER);
    try (BrowserContext browser = Chromium.counter("fr")) {
      Page page = arrive(browser, manager);
      page.navigate(portal.baseUrl() + "/staff/trail");
      assertTrue(page.locator("#list tbody tr").count() > 1);
      page.selectOption("#whose", "own");
      page.selectOption("#kind", "JOINED");
      page.click("#choose");
      awaitLines(page, 1);
      assertEquals("JOINED", page.inputValue("#kind"));
      assertFalse(page.locator("#list").innerText().contains("–"), "it came from somewhere");

      wentOften(manager, 25);
      page.selectOption("#kind", "SIGNED_OUT");
      page.click("#choose");
      awaitLines(page, 20);
      Looks.check(page, "trail-pharmacy-fr");
      page.click("#list .ui-paginator-next");
      awaitLines(page, 5);
      assertEquals(List.of(), other(page, "Déconnexion"), "what was chosen holds on the next page");
      page.selectOption("#kind", "JOINED");
      page.click("#choose");
      awaitLines(page, 1);
    }
  }

  private Page arrive(BrowserContext browser, Newcomer member) {
    Page page = browser.newPage();
    page.navigate(portal.baseUrl() + "/staff/");
    page.fill("#email", member.email());
    page.fill("#password", Newcomer.PASSWORD);
    page.fill("#totp", member.digits());
    page.press("#totp", "Enter");
    page.waitForURL(url -> !url.endsWith("/staff/"));
    return page;
  }

  private static String look(Counter counter) {
    Page page = counter.page();
    counter.issue("Renard", "Louise", "1988-04-17");
    String slip = page.locator("section.slip .slip-number").first().innerText();
    counter.enter(slip, true);
    page.click("#openLook");
    page.waitForSelector("#slipResult");
    return slip;
  }

  private static void awaitLines(Page page, int number) {
    page.waitForFunction("n => document.querySelectorAll('#list tbody tr').length === n", number);
  }

  private static List<String> other(Page page, String words) {
    return page.locator("#list tbody tr").allInnerTexts().stream().filter(line -> !line.contains(words)).toList();
  }

  /** Weeks of work in a moment. */
  private void wentOften(Newcomer member, int times) throws SQLException {
    String insert =
        "INSERT INTO trail (entry, at, kind, actor, pharmacy, peer)"
            + " SELECT RANDOM_BYTES(16), UTC_TIMESTAMP() - INTERVAL ? DAY, 5, member, pharmacy, '192.0.2.0/24'"
            + " FROM member WHERE email = ?";
    try (Connection db = portal.owner();
        PreparedStatement statement = db.prepareStatement(insert)) {
      for (int day = 1; day <= times; day++) {
        statement.setInt(1, day);
        statement.setString(2, member.email());
        statement.executeUpdate();
      }
    }
  }
}
