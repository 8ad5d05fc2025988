package souspli.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import souspli.fixtures.Chromium;
import souspli.fixtures.Eyes;
import souspli.fixtures.Keyboard;
import souspli.fixtures.Looks;
import souspli.fixtures.Portal;
import souspli.fixtures.Staff;
import souspli.fixtures.Wedge;

/** A scanner at the counter: it is heard wherever the focus is, and nothing that a hand types is taken for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScannerJourney {
  private static final String GTIN = "03401234567890";
  private static final String BOX = "01" + GTIN + "10L42" + Wedge.GS + "17601031";

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

  private void atTheCounter() {
    page.navigate(portal.baseUrl() + "/staff/counter");
    page.waitForSelector("#birthName:focus");
  }

  @Test
  void aBoxIsNamedOnceAndServesFromThenOn() {
    atTheCounter();
    hands.type("Le Goff");
    Wedge.at(page).scan("]d2" + BOX);
    page.waitForSelector("#kit:focus");
    assertEquals("Le Goff", page.inputValue("#birthName"), "what was typed stays, what was scanned goes");
    assertEquals("L42", page.inputValue("#lot"));
    Looks.check(page, "scanner-nameless");
    hands.type("Rapido");
    page.selectOption("#kind", "flu");
    page.focus("#givenNames");
    hands.type("Maé");
    hands.press("Tab");
    hands.type("10121985");
    hands.press("Enter");
    page.waitForSelector("#issue:focus");
    assertTrue(page.locator("#reviewLine").innerText().contains("Rapido · lot L42"));

    Wedge.at(page).scan("01" + GTIN + "17601031" + "10L43"); // a fresh box while somebody reads
    page.waitForSelector("#lot:visible");
    assertThat(page.locator("#lot")).hasValue("L43");
    hands.press("Enter");
    page.waitForSelector("#issue:focus");
    assertTrue(page.locator("#reviewLine").innerText().contains("Rapido · lot L43"));
    hands.press("Enter");
    page.waitForSelector("section.slip");

    hands.press("F2");
    page.waitForSelector("#birthName:focus");
    assertEquals("L43", page.inputValue("#lot"), "the next slip is from the same box");
    page.fill("#kit", "");
    Wedge.at(page).scan("à&" + "à\"'à&é\"'(-è_çà" + "&è-à&à\"&" + "&àL''"); // American, on a French computer
    assertThat(page.locator("#lot")).hasValue("L44");
    assertEquals("Rapido", page.inputValue("#kit"), "its name was asked for once");
    assertEquals("flu", page.inputValue("#kind"));
    assertTrue(page.locator("#scanNote").innerText().contains("L44"));
    assertEquals("kit", page.evaluate("document.activeElement.id"), "the focus stays where it was");
    Looks.check(page, "scanner-taken");
  }

  @Test
  void anExpiredBoxIsRefusedKindlyAndNothingChanges() {
    atTheCounter();
    String lot = page.inputValue("#lot");
    Wedge.at(page).scan("01" + GTIN + "17251031" + "10OLD");
    page.waitForSelector("#scanNote .careful");
    assertTrue(page.locator("#scanNote").innerText().contains("31/10/2025"));
    assertEquals(lot, page.inputValue("#lot"));
    Looks.check(page, "scanner-expired");
    Wedge.at(page).scan("01" + GTIN.replace("90", "91") + "10L\u001d17601031");
    assertThat(page.locator("#scanNote")).containsText("entier");
  }

  @Test
  void thePatientsSquareIsNotTypedIntoAnything() {
    atTheCounter();
    hands.type("Le Goff");
    Wedge.at(page).scan("HTTPS://RESULTATS.SOUSPLI.EXAMPLE/#000G40R40M30E209185GR38E1W64");
    page.waitForSelector("#scanNote .careful");
    assertEquals("Le Goff", page.inputValue("#birthName"));
    assertTrue(page.isVisible("#review"), "nothing was sent");
    Looks.check(page, "scanner-strange");
  }

  @Test
  void aStubOpensItsSlipInWhateverWayItComes() {
    atTheCounter();
    hands.openTheBox();
    String number = hands.issue("Stub");
    for (String typed : new String[] {"SP" + number, "sp" + number, "SP" + french(number), number}) {
      page.navigate(portal.baseUrl() + "/staff/counter");
      page.waitForSelector("#birthName:focus");
      if (typed.equals(number)) {
        page.evaluate("document.activeElement.blur()"); // plain digits count outside fields
      }
      Wedge.at(page).scan(typed);
      opened(number);
    }
    for (String suffix : new String[] {"Tab", ""}) {
      page.navigate(portal.baseUrl() + "/staff/counter");
      page.waitForSelector("#birthName:focus");
      Wedge.ending(page, suffix).scan("SP" + number);
      opened(number);
    }
    hands.press("F4");
    page.waitForSelector("#slipNumber:focus");
    hands.type(number);
    hands.press("Enter");
    opened(number);
  }

  private void opened(String number) {
    page.waitForSelector("#slipTitle");
    assertEquals(number, Keyboard.digits(page.locator("#slipTitle").innerText()));
  }

  private static String french(String digits) {
    return digits.chars().collect(StringBuilder::new, (text, c) -> text.append("à&é\"'(-è_ç".charAt(c - '0')),
        StringBuilder::append).toString();
  }

  @Test
  void aTelephoneNumberIsNoSlipAndASlowHandNoScanner() {
    atTheCounter();
    page.click("#more summary");
    page.focus("#telephone");
    Wedge.at(page).scan("0612345678"); // pasted by a machine, and still a number in a field
    page.waitForSelector("#birthName-fault");
    assertEquals("0612345678", page.inputValue("#telephone"));
    Wedge.slow(page, 90).scan("SP1234567897");
    page.waitForSelector("#birthName-fault");
    assertTrue(page.isVisible("#review"), "a hand types; it is not taken for a scanner");
  }

  @Test
  void digitsOfALabelAnswerNothing() {
    atTheCounter();
    hands.openTheBox();
    String number = hands.issue("Answer");
    hands.scan(number);
    page.waitForSelector("#outcome-SARS_COV_2-found:focus");
    Wedge.at(page).scan("01" + GTIN + "17601031" + "10L13");
    assertThat(page.locator("#scanNote")).containsText("L13");
    assertEquals(0, page.locator("input[data-digit]:checked").count(), "the label has a 1 and a 3 in it");
    hands.press("1");
    page.waitForSelector("#outcome-SARS_COV_2-found:checked");
    assertFalse(page.isVisible("#scanNote .note") && page.isVisible("#readBackLine"));
  }

  @Test
  void aScannerIsToldWhatToSet() {
    page.navigate(portal.baseUrl() + "/staff/scanner");
    Chromium.screenshot(page, "scanner");
    String stub = Eyes.code128(page.locator(".trial figure").first().screenshot());
    String read = Eyes.dataMatrix(page.locator(".trial-label").screenshot());
    assertTrue(read.startsWith(Wedge.GS + "01"), "the FNC1 in front tells a label of GS1 from any other DataMatrix");
    String label = read.substring(1);
    Wedge.at(page).scan(stub);
    page.waitForSelector("#reading h2");
    assertEquals("Cette douchette convient au comptoir.", page.locator("#reading h2").innerText());
    page.waitForTimeout(2000); // one code is scanned after the other
    Wedge.at(page).scan("]d2" + label);
    assertThat(page.locator("#seen")).containsText("\u241d");
    assertEquals(0, page.locator("#reading .bad").count());
    Looks.check(page, "scanner-right");
    page.waitForTimeout(2000);
    Wedge.slow(page, 90).scan(label.replace(Wedge.GS, ""));
    page.waitForSelector("#reading .bad");
    assertEquals(2, page.locator("#reading .bad").count(), "separator and pace");
    Looks.check(page, "scanner-wrong");
  }
}
