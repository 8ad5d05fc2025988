package souspli.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static souspli.fixtures.ASealedLink.aResult;
import static souspli.fixtures.ASealedLink.outcome;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import souspli.fixtures.ASealedLink;
import souspli.fixtures.Chromium;
import souspli.fixtures.Phone;
import souspli.fixtures.Portal;
import souspli.fixtures.VeraPdf;
import souspli.keys.KeyDirectory;
import souspli.links.WithdrawReason;
import souspli.result.Finding;
import souspli.result.Outcome;
import souspli.result.TestKind;
import souspli.result.TestResult;
import souspli.sealedlink.Token;
import souspli.sheet.DrawSheet;

/** The form's {@code pdf} button, on the packaged portal: it opens as any other does, and answers with a sheet. */
class KeptSheetJourney {
  private static final Portal PORTAL = Portal.shared();
  private static final String BORN = ASealedLink.BORN.iso();

  private static Connection owner;
  private static ASealedLink links;

  @BeforeAll
  static void makeLinks() throws Exception {
    owner = PORTAL.owner();
    links = new ASealedLink(owner, KeyDirectory.open(PORTAL.demo().keyDirectory(), new SecureRandom()));
  }

  @Test
  void everyResultIsASheetOfOneLengthAndOneOpening() throws SQLException {
    List<TestResult> results =
        List.of(
            aResult(TestKind.COVID, outcome(TestKind.COVID, Finding.FOUND)),
            aResult(TestKind.COVID, outcome(TestKind.COVID, Finding.NOT_FOUND)),
            aResult(TestKind.TRIPLEX, Outcome.invalid()),
            ASealedLink.theLargest());
    String others = "";
    for (TestResult result : results) {
      Token token = links.ready(result);
      int before = events(token);
      HttpResponse<byte[]> sheet = Phone.anywhere(PORTAL).keep(token.text(), BORN);
      assertEquals(200, sheet.statusCode());
      assertEquals("application/pdf", sheet.headers().firstValue("Content-Type").orElse(""));
      assertEquals(DrawSheet.LENGTH, sheet.body().length);
      assertEquals(Set.of(), VeraPdf.faults(sheet.body()));
      assertFalse(new String(sheet.body(), StandardCharsets.ISO_8859_1).contains(token.text()));
      assertEquals("no-store", sheet.headers().firstValue("Cache-Control").orElse(""));
      assertTrue(sheet.headers().firstValue("Set-Cookie").isEmpty());
      assertEquals(before + 1, events(token), "one opening");
      assertEquals(0, used(token), "the try is given back");
      String headers = sheet.headers().map().keySet() + sheet.headers().firstValue("Content-Disposition").orElse("");
      assertTrue(others.isEmpty() || others.equals(headers), headers);
      others = headers;
    }
  }

  @Test
  void allElseIsAnsweredAsToAnyOtherButton() throws SQLException {
    Token right = links.ready(aResult(TestKind.FLU, Outcome.invalid()));
    assertIsPage(links.pending(), BORN, "Le résultat n’est pas encore prêt.");
    assertIsPage(links.withdrawn(WithdrawReason.PHARMACY), BORN, "La pharmacie a retiré ce résultat.");
    assertIsPage(right, "1952-03-28", "Nous ne pouvons pas afficher de résultat");
    assertEquals(1, used(right), "a wrong date is a try, whichever button was pressed");
    assertIsPage(right, "1952-13-28", "Erreur");
    assertEquals(1, used(right), "a mistake of form is none");
  }

  @Test
  void thePageStaysWhileTheSheetIsKept() throws SQLException, IOException {
    Token token = links.ready(aResult(TestKind.COVID, outcome(TestKind.COVID, Finding.FOUND)));
    try (BrowserContext phone = Chromium.phone("fr", ColorScheme.LIGHT)) {
      Page page = phone.newPage();
      page.navigate(PORTAL.baseUrl() + "/#" + token.text());
      page.fill("#day", "27");
      page.fill("#month", "3");
      page.fill("#year", "1952");
      page.locator("form button[type=submit]").first().click();
      Download download = page.waitForDownload(() -> page.click("button[name=pdf]"));
      assertEquals("document.pdf", download.suggestedFilename());
      assertEquals(DrawSheet.LENGTH, Files.size(download.path()));
      page.waitForSelector(".finding");
    }
  }

  private static void assertIsPage(Token token, String dateOfBirth, String words) {
    HttpResponse<byte[]> page = Phone.anywhere(PORTAL).keep(token.text(), dateOfBirth);
    assertEquals("text/html;charset=UTF-8", page.headers().firstValue("Content-Type").orElse(""));
    assertEquals(OpeningPage.ANSWER, page.body().length);
    String text = new String(page.body(), StandardCharsets.UTF_8);
    assertTrue(text.contains(words), text);
  }

  private static int events(Token token) throws SQLException {
    return number("SELECT events FROM link WHERE link_id = ?", token);
  }

  private static int used(Token token) throws SQLException {
    return number("SELECT used FROM tries WHERE link_id = ?", token);
  }

  private static int number(String sql, Token token) throws SQLException {
    try (var select = owner.prepareStatement(sql)) {
      select.setBytes(1, token.linkId().bytes());
      try (var rows = select.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
