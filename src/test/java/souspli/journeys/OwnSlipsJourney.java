package souspli.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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

/** What a pharmacist does with slips that are there: find one, take it again, give tries back, withdraw it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnSlipsJourney {
  private final Portal portal = Portal.shared();
  private BrowserContext browser;
  private Page page;
  private Keyboard hands;

  @BeforeAll
  void signIn() {
    browser = Chromium.counter("fr");
    browser.addInitScript("window.print = () => {};");
    page = Staff.signIn(browser, portal, portal.demo().first("pharmacist"));
    hands = new Keyboard(page);
  }

  @AfterAll
  void close() {
    browser.close();
  }

  @BeforeEach
  void anew() {
    page.navigate(portal.baseUrl() + "/staff/counter");
    page.waitForSelector("#birthName:focus");
  }

  @Test
  void withdrawnIsWithdrawn() {
    String number = hands.issue("Gone");
    hands.scan(number);
    page.waitForSelector("#slipTitle");
    hands.press("Escape");
    page.waitForSelector("#slipState");
    Looks.check(page, "counter-opened");
    hands.press("Delete");
    page.waitForSelector("#withdrawReason-WRONG_PERSON:focus");
    hands.press("Enter");
    page.waitForSelector("#withdrawReason-fault");
    Looks.check(page, "counter-withdraw-fault");
    hands.press("2");
    page.waitForSelector("#readBackWithdraw:focus");
    assertFalse(page.isVisible("#withdrawReason-fault"), "what was missing is there");
    Looks.check(page, "counter-withdraw");
    hands.press("Enter");
    page.waitForSelector("#withdraw:focus");
    assertThat(page.locator("#readBackLine")).containsText("En attente du résultat → devient Retiré par la pharmacie");
    assertThat(page.locator("#readBackLine")).containsText("Le résultat est faux");
    Looks.check(page, "counter-withdraw-read-back");
    hands.press("Escape");
    page.waitForSelector("#withdrawReason-WRONG_RESULT:checked");
    page.focus("#readBackWithdraw");
    hands.press("Enter");
    page.waitForSelector("#withdraw:focus");
    hands.press("Enter");
    page.waitForSelector("#answer");
    assertEquals("Retiré par la pharmacie", page.locator("#slipState").innerText());
    assertEquals("Le résultat est faux", page.locator("#slipGrounds").innerText());
    assertFalse(page.isVisible("#openWithdraw"));
    Looks.check(page, "counter-withdrawn");
  }

  /** Two hours after its time, as the page counts it: so is a slip that nobody reads, in a run of tests as well. */
  @Test
  void whatWasDueLongAgoFitsANarrowWindow() {
    hands.issue("Late");
    page.evaluate("document.querySelectorAll('#due [data-at]').forEach(one => { one.dataset.at -= 8100000; })");
    assertThat(page.locator("#due .left").first()).containsText("depuis 1");
    Looks.check(page, "counter-late");
  }

  @Test
  void anotherDateOfBirthIsReadBackBeforeThePaperIsReplaced() {
    String number = hands.issue("Redate");
    hands.scan(number);
    page.waitForSelector("#slipTitle");
    hands.press("F9");
    page.waitForSelector("#reissue:focus");
    page.focus("#rightDateOfBirth");
    hands.type("31021985");
    hands.press("Enter");
    page.waitForSelector("#rightDateOfBirth-fault");
    Looks.check(page, "counter-reissue-fault");
    page.fill("#rightDateOfBirth", "");
    hands.type("10121958");
    hands.press("Enter");
    assertThat(page.locator("#readBackLine .big").last()).containsText("10/12/1985");
    assertThat(page.locator("#readBackLine .big").last()).containsText("→ devient 10/12/1958");
    Looks.check(page, "counter-reissue-read-back");
    page.waitForSelector("#reissue:focus");
    hands.press("Enter");
    page.waitForSelector("section.slip");
    hands.scan(hands.number());
    assertThat(page.locator("#slipForm .big").first()).containsText("10/12/1958");
  }

  @Test
  void theSameSlipIsTakenInsteadOfASecond() {
    String number = hands.issue("Twice");
    hands.press("F2");
    page.waitForSelector("#birthName:focus");
    hands.fill("TWICE");
    page.waitForSelector("#takeSame:focus");
    hands.press("Enter");
    page.waitForSelector("#answer");
    assertEquals(number, Keyboard.digits(page.locator("#slipTitle").innerText()));
  }

  @Test
  void triesAreGivenBackToWhoStandsAtTheCounter() throws SQLException {
    String number = hands.issue("Grant");
    try (Connection owner = portal.owner();
        PreparedStatement used =
            owner.prepareStatement(
                "UPDATE tries SET used = allowed WHERE link_id = (SELECT link_id FROM link WHERE slip = ?)")) {
      used.setString(1, number);
      assertEquals(1, used.executeUpdate());
    }
    hands.scan(number);
    page.waitForSelector("#slipTitle");
    hands.press("Escape");
    page.waitForSelector("#slipState");
    assertTrue(page.locator("#slipTries").innerText().contains("fermé"));
    page.focus("#openGrant");
    hands.press("Enter");
    page.waitForSelector("#grant:focus");
    Looks.check(page, "counter-grant");
    hands.press("Enter");
    page.waitForSelector("#answer");
    assertTrue(page.locator("#answer").innerText().contains("5 essais"));
    assertFalse(page.isVisible("#openGrant"), "once in a slip's life");
    Looks.check(page, "counter-granted");
  }

  @Test
  void aSlipIsFoundByItsName() {
    String number = hands.issue("Quéméneur-Zola");
    hands.press("F3");
    page.waitForSelector("#search:focus");
    hands.type("zol ada");
    hands.press("Enter");
    page.waitForSelector("#slipTitle");
    assertEquals(number, Keyboard.digits(page.locator("#slipTitle").innerText()));
    hands.press("F3");
    hands.type("quem");
    assertThat(page.locator("#hits .whose")).hasText("Quéméneur-Zola Ada");
    Looks.check(page, "counter-search");
    hands.press("F3");
    hands.type("zzz");
    assertThat(page.locator("#hits .ui-datatable-empty-message")).containsText("Aucun papier ne correspond");
    Looks.check(page, "counter-search-empty");
    hands.press("Escape");
    assertThat(page.locator("#hits [data-slip='" + number + "']")).hasCount(1);
  }
}
