package souspli.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import souspli.fixtures.Chromium;
import souspli.fixtures.Counter;
import souspli.fixtures.Keyboard;
import souspli.fixtures.Looks;
import souspli.fixtures.Portal;
import souspli.fixtures.Staff;

/** A result that is entered at the counter arrives at the registry once, and the counter says so. */
class TransferJourney {
  private final Portal portal = Portal.shared();

  @Test
  void aResultArrivesAndItsCorrectionFollows() throws Exception {
    try (BrowserContext browser = Chromium.counter("fr")) {
      Page page = Staff.signIn(browser, portal, portal.demo().first("pharmacist"));
      Counter counter = new Counter(page);
      counter.issue("Registre", "Odile", "1961-08-14");
      String number = new Keyboard(page).number();
      counter.enter(number, true);
      String report = report(number);
      assertEquals("final 1", arrived(report, "final"));
      counter.correct(number, false);
      assertEquals("corrected 2", arrived(report, "corrected"));

      page.keyboard().press("F4");
      page.fill("#slipNumber", number);
      page.press("#slipNumber", "Enter");
      page.click("#openMend");
      page.waitForSelector("#rightPostalCode");
      assertEquals("Registre", page.inputValue("#rightBirthName"));
      Looks.check(page, "counter-mend");
      page.fill("#rightPostalCode", "75010?");
      page.click("#mend");
      page.waitForSelector("#rightPostalCode-fault");
      page.fill("#rightPostalCode", "75010");
      page.click("#mend");
      assertTrue(page.waitForSelector("#answer").innerText().contains("corrigée"));
      assertEquals("corrected 3", arrived(report, "corrected 3"), "the registry knows it as it was");
      page.click("#openMend");
      page.waitForSelector("#rightPostalCode");
      assertEquals("75010", page.inputValue("#rightPostalCode"));

      page.reload();
      page.waitForSelector("#list .transfer");
      assertTrue(page.locator("#list").innerText().contains("transmis"));
      assertEquals(0, page.locator("#tasks").count());
      Chromium.screenshot(page, "counter-transferred");
    }
  }

  @Test
  void whoRunsThePortalSeesFiguresAndNobodyElseDoes() {
    try (BrowserContext browser = Chromium.counter("fr")) {
      Page page = Staff.signIn(browser, portal, portal.demo().first("administrator"));
      page.click("a[href='/staff/registry']");
      page.waitForSelector("#waiting");
      assertEquals("La voie est libre.", page.locator("#state strong").innerText());
      assertEquals("0", page.locator("#refused").innerText());
      Looks.check(page, "registry-queue");
    }
    try (BrowserContext browser = Chromium.counter("fr")) {
      Page page = Staff.signIn(browser, portal, portal.demo().first("pharmacist"));
      assertEquals(404, page.navigate(portal.baseUrl() + "/staff/registry").status());
    }
  }

  /** Status and version of a report, once it has that status; at most two minutes are waited for it. */
  private String arrived(String report, String status) throws IOException, InterruptedException {
    String last = "nothing";
    for (int i = 0; i < 600 && !last.startsWith(status); i++) {
      last =
          journal().stream()
              .map(entry -> entry.asJsonObject())
              .filter(entry -> entry.getString("reportId").equals(report))
              .map(entry -> entry.getString("status") + " " + entry.getInt("version"))
              .reduce("nothing", (none, one) -> one);
      Thread.sleep(200);
    }
    return last;
  }

  private JsonArray journal() throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI journal = URI.create(portal.demo().journal());
      String body = http.send(HttpRequest.newBuilder(journal).build(), BodyHandlers.ofString()).body();
      try (var reader = Json.createReader(new StringReader(body))) {
        return reader.readArray();
      }
    }
  }

  private String report(String slip) throws SQLException {
    try (Connection connection = portal.database();
        PreparedStatement select =
            connection.prepareStatement("SELECT LOWER(HEX(report)) FROM link WHERE slip = ?")) {
      select.setString(1, slip);
      try (ResultSet row = select.executeQuery()) {
        assertTrue(row.next());
        return row.getString(1);
      }
    }
  }
}
