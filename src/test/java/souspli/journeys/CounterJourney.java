package souspli.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import souspli.fixtures.Chromium;
import souspli.fixtures.Keyboard;
import souspli.fixtures.Looks;
import souspli.fixtures.Portal;
import souspli.fixtures.Staff;

/** A pharmacist at work: by keyboard alone, in every state of the counter, and what the page does not keep. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CounterJourney {
  private static final int BUDGET = 350 * 1024;
  private static final int READ_BY_PHARMACY = 5;

  private final Portal portal = Portal.shared();
  private final List<String> troubles = new ArrayList<>();
  private BrowserContext browser;
  private Page page;
  private Keyboard hands;

  @BeforeAll
  void signIn() {
    browser = Chromium.counter("fr");
    browser.addInitScript("window.printed = 0; window.print = () => { window.printed++; };");
    page = Staff.signIn(browser, portal, portal.demo().first("pharmacist"));
    hands = new Keyboard(page);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        troubles.add(message.text());
      }
    });
    page.onPageError(troubles::add);
  }

  @AfterAll
  void close() {
    browser.close();
    assertEquals(List.of(), troubles, "what the browser complained of");
  }

  @BeforeEach
  void anew() {
    page.navigate(portal.baseUrl() + "/staff/counter");
    page.waitForSelector("#birthName:focus");
  }

  @Test
  void everythingByKeyboard() throws SQLException {
    hands.openTheBox();
    int before = hands.pressed();
    hands.type("Kervella");
    hands.press("Tab");
    hands.type("Yann");
    hands.press("Tab");
    hands.type("27031952");
    assertTrue(page.locator("#age").innerText().endsWith(" ans"));
    hands.press("Enter");
    page.waitForSelector("#issue:focus");
    assertTrue(page.locator("#reviewLine").innerText().contains("Kervella Yann"));
    hands.press("Enter");
    page.waitForSelector("section.slip");
    assertEquals(8 + 4 + 8 + 4, hands.pressed() - before, "keys for a slip");
    assertEquals(1, page.evaluate("window.printed"));
    hands.press("F9");
    assertEquals(2, page.evaluate("window.printed"), "F9 prints the slip that is still open");
    String number = hands.number();

    before = hands.pressed();
    hands.scan(number);
    page.waitForSelector("#outcome-SARS_COV_2-found:focus");
    assertEquals(0, page.locator("input[data-digit]:checked").count(), "nothing is chosen beforehand");
    Looks.check(page, "counter-enter");
    hands.press("3");
    page.waitForSelector("#earlyReason-LINES_CLEAR:focus");
    hands.press("Enter");
    page.waitForSelector("#earlyReason-fault");
    Looks.check(page, "counter-enter-fault");
    hands.press("Space");
    hands.press("Enter");
    page.waitForSelector("#saveResult:focus");
    assertEquals("Covid-19\u00a0: non trouvé", page.locator("#readBackLine").innerText().strip());
    Looks.check(page, "counter-read-back");
    hands.press("Enter");
    page.waitForSelector("#answer");
    Looks.check(page, "counter-entered");

    hands.press("F7");
    page.waitForSelector("#outcome-SARS_COV_2-found:focus");
    hands.press("\""); // 3 on a French keyboard: the same as before is no correction
    hands.press("Space");
    hands.press("Enter");
    page.waitForSelector("#slipForm .careful");
    page.focus("#outcome-SARS_COV_2-found");
    hands.press("&");
    hands.press("Enter");
    page.waitForSelector("#saveCorrection:focus");
    assertTrue(page.locator("#readBackLine").innerText().contains("non trouvé"));
    Looks.check(page, "counter-correction");
    hands.press("Enter");
    page.waitForSelector("#answer");
    assertEquals(1, events(number, READ_BY_PHARMACY), "one correction looks once");

    hands.press("F9");
    page.waitForSelector("#reissue:focus");
    Looks.check(page, "counter-reissue");
    hands.press("Enter");
    page.waitForSelector("section.slip");
    assertFalse(hands.number().equals(number));
    Looks.check(page, "counter-reissued");
  }

  @Test
  void aScanOpensItsSlipWhereverTheFocusIs() {
    String number = hands.issue("Scan");
    hands.press("F2");
    page.waitForSelector("#birthName:focus");
    hands.type("Le Goff");
    hands.scan(number);
    page.waitForSelector("#slipTitle");
    assertEquals(number, Keyboard.digits(page.locator("#slipTitle").innerText()));
    hands.press("F4");
    page.waitForSelector("#slipNumber:focus");
    hands.type(number.substring(0, 9) + (number.charAt(9) + 1 - '0') % 10);
    hands.press("Enter");
    page.waitForSelector("#slipNumber-fault");
    Looks.check(page, "counter-find-fault");
  }

  @Test
  void aFaultyFormKeepsWhatWasTyped() {
    hands.type("O'Brien \"Bob\" <b>");
    hands.press("Tab");
    hands.press("Tab");
    hands.type("31022001");
    hands.press("Enter");
    page.waitForSelector("#givenNames-fault");
    assertEquals("O'Brien \"Bob\" <b>", page.inputValue("#birthName"));
    assertEquals("31022001", page.inputValue("#dateOfBirth"));
    assertTrue(page.isVisible("#dateOfBirth-fault"));
    Looks.check(page, "counter-faults");
  }

  @Test
  void whoTurnsBackFromTheReviewFindsTheFormAsItWas() {
    page.check("#sex-M");
    hands.review("Turn");
    hands.press("Escape");
    page.waitForSelector("#sex-M:checked");
    assertEquals("Turn", page.inputValue("#birthName"));
  }

  @Test
  void aCodeIsShownOnceAndAFormIssuesOnce() {
    String draft = page.inputValue("#draft");
    String number = hands.issue("Once");
    List<String> code = page.locator(".slip-group").allInnerTexts(); // one of its groups may stand anywhere by chance
    hands.press("F4");
    page.waitForSelector("#slipNumber");
    assertFalse(code.stream().allMatch(page.content()::contains), "the code has gone with its slip");
    hands.scan(number);
    page.waitForSelector("#slipTitle");
    hands.press("Escape");
    page.waitForSelector("#slipState");
    hands.press("F9");
    page.waitForSelector("#reissue");
    assertFalse(code.stream().allMatch(page.content()::contains), "a slip that was closed is not printed again");
    page.reload();
    page.waitForSelector("#birthName");
    assertFalse(code.stream().allMatch(page.content()::contains));
    assertEquals(1, page.locator("#hits [data-slip='" + number + "']").count());

    page.evaluate("draft => document.getElementById('draft').value = draft", draft); // as if the answer had been lost
    hands.fill("Once");
    page.waitForSelector("#takeSame:focus");
    assertTrue(page.locator("#sameLine").innerText().contains("Reprendre"));
    Looks.check(page, "counter-same");
    page.click("#issue");
    page.waitForSelector("#answer");
    assertEquals(number, Keyboard.digits(page.locator("#slipTitle").innerText()), "the slip that it was");
  }

  @Test
  void theFirstLoadIsWithinItsBudget() {
    try (BrowserContext fresh = Chromium.counter("fr")) {
      fresh.addCookies(browser.cookies().stream().map(Keyboard::sameCookie).toList());
      Page first = fresh.newPage();
      first.navigate(portal.baseUrl() + "/staff/counter");
      int bytes =
          ((Number)
                  first.evaluate(
                      "['resource', 'navigation'].flatMap(kind => performance.getEntriesByType(kind))"
                          + ".reduce((sum, entry) => sum + entry.transferSize, 0)"))
              .intValue();
      assertTrue(bytes > 0 && bytes <= BUDGET, bytes + " bytes");
    }
  }

  @Test
  void anotherLanguageIsChosenForTheSession() {
    page.click("#language input[lang=en]");
    page.waitForSelector("html[lang=en] #birthName");
    assertEquals("New slip", page.locator("h1").innerText());
    Looks.check(page, "counter-english");
    page.click("#language input[lang=fr]");
    page.waitForSelector("html[lang=fr] #birthName");
  }

  private int events(String number, int kind) throws SQLException {
    try (Connection connection = portal.database();
        PreparedStatement count =
            connection.prepareStatement(
                "SELECT COUNT(*) FROM event e JOIN link l ON l.link_id = e.link_id WHERE l.slip = ? AND e.kind = ?")) {
      count.setString(1, number);
      count.setInt(2, kind);
      try (ResultSet rows = count.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
