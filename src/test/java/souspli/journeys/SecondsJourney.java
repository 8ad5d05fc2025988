package souspli.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import souspli.fixtures.Cassette;
import souspli.fixtures.Chromium;
import souspli.fixtures.Device;
import souspli.fixtures.Keyboard;
import souspli.fixtures.Newcomer;
import souspli.fixtures.Portal;
import souspli.fixtures.Strokes;
import souspli.fixtures.Wedge;
import souspli.staff.Role;

/**
 * Plays each task of the counter by keyboard, counts its keys and models its seconds: they keep to the table of
 * targets, and the table in the operators' manual says what was measured. What asks for a fresh factor is played with a
 * stale one, and the mouse is never touched.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondsJourney {
  private static final Path MANUAL = Path.of("src/docs/operations.md");
  private static final String GTIN = "03401234567883";

  private final Portal portal = Portal.shared();
  private final List<String> table = new ArrayList<>();
  private BrowserContext browser;
  private Page page;
  private Keyboard hands;
  private Strokes strokes;

  @BeforeAll
  void sit() {
    at(Role.PHARMACIST);
    page.navigate(portal.baseUrl() + "/staff/counter");
    page.waitForSelector("#birthName:focus");
    box("L1");
    page.waitForSelector("#kit:focus"); // a box that was never seen here is named once, and not in anybody's table
    page.fill("#kit", "Kit d’essai 88");
    page.selectOption("#kind", "covid");
    page.focus("#birthName");
  }

  private void at(Role role) {
    Newcomer member = Newcomer.in(portal, role);
    browser = Chromium.counter("fr");
    browser.addInitScript(
        """
        window.print = () => {};
        for (const kind of ['mousedown', 'wheel', 'touchstart']) {
          addEventListener(kind, () => sessionStorage.setItem('mouse', kind), true);
        }
        """);
    browser.addCookies(List.of(member.browserCookie()));
    page = browser.newPage();
    Device.of(page, portal, member);
    page.evaluate("sessionStorage.clear()");
    hands = new Keyboard(page);
    strokes = new Strokes(page, hands);
  }

  @AfterAll
  void close() {
    browser.close();
  }

  private void box(String lot) {
    Wedge.at(page).scan(label(lot));
    assertThat(page.locator("#lot")).hasValue(lot);
  }

  private static String label(String lot) {
    return "01" + GTIN + "10" + lot + Wedge.GS + "17601031";
  }

  private void measured(String task, int mostKeys, int mostSeconds) {
    int keys = strokes.keys();
    String seconds = String.format(Locale.ROOT, "%.2f", strokes.hundredths() / 100.0);
    String line = "| " + task + " | " + keys + " | " + seconds + " | " + mostKeys + " | " + mostSeconds + " |";
    assertTrue(keys <= mostKeys, line);
    assertTrue(strokes.hundredths() <= mostSeconds * 100, line);
    table.add(line);
    assertEquals(null, page.evaluate("sessionStorage.getItem('mouse')"), "the mouse was used");
  }

  @Test
  void eachTaskKeepsToItsKeysAndSeconds() throws IOException {
    issue("Charpente");
    measured("issue, identity of 21 characters", 25, 15);
    strokes.begin().press("F2");
    identity("Duvernois");
    measured("the same while the last slip lies open", 26, 15);
    String number = hands.number();

    hands.press("F2");
    page.waitForSelector("#birthName:focus");
    strokes.begin().scan(label("L2"));
    assertThat(page.locator("#lot")).hasValue("L2");
    assertThat(page.locator("#birthName")).isFocused();
    measured("another box", 0, 3);

    Cassette.begunEarlier(portal, number, Duration.ofMinutes(20));
    strokes.begin().scan("SP" + number).think("#outcome-SARS_COV_2-found:focus").press("3");
    strokes.pressAt("#readBack", "Enter").think("#readBackLine").pressAt("#saveResult", "Enter");
    page.waitForSelector("#answer");
    measured("result", 3, 8);

    stale();
    hands.press("F2");
    page.waitForSelector("#birthName:focus");
    strokes.begin().press("F7").scan("SP" + number).think("#outcome-SARS_COV_2-found:focus").press("1");
    strokes.think("#correctReason-TYPED_WRONG:focus").press("1").pressAt("#readBack", "Enter");
    strokes.think("#readBackLine").pressAt("#touch", "Enter").touch();
    page.waitForSelector("#answer");
    assertTrue(page.locator("#slipState").innerText().contains("corrig"), page.locator("#slipState").innerText());
    measured("correct", 8, 15);

    strokes.begin().scan("SP" + number).pressAt("#slipTitle", "F9").think("#readBackLine");
    strokes.pressAt("#reissue", "Enter");
    page.waitForSelector("section.slip");
    measured("re-issue", 5, 10);

    withdraw(hands.number(), false);
    measured("withdraw", 5, 8);
    hands.press("F2");
    page.waitForSelector("#birthName:focus");
    issue("Kerouredan");
    withdraw(hands.number(), true);
    measured("withdraw, no result yet", 5, 8);

    String wanted = anotherSlip();
    browser.close();
    at(Role.SUPPORT);
    page.navigate(portal.baseUrl() + "/staff/support");
    support(wanted);
    measured("support", 14, 10);

    List<String> told = Files.readAllLines(MANUAL);
    assertEquals(table, told.stream().filter(table::contains).toList(), MANUAL + " has these lines");
  }

  private void issue(String birthName) {
    strokes.begin();
    identity(birthName);
  }

  /** Nine letters, four letters and the date: the names are read one after the other, then the age that is echoed. */
  private void identity(String birthName) {
    page.waitForSelector("#birthName:focus");
    strokes.type(birthName).press("Tab").think("#givenNames:focus").type("Yann").press("Tab");
    strokes.think("#dateOfBirth:focus").type("27031952").think("#age:has-text('ans')").press("Enter");
    strokes.think("#reviewLine").pressAt("#issue", "Enter");
    page.waitForSelector("section.slip");
  }

  /** As after five minutes: the next one who wants what takes a factor is asked for it. */
  private void stale() {
    Keyboard.leaveAndComeBack(page);
    page.evaluate("sessionStorage.removeItem('mouse')"); // the door is no task
    page.waitForSelector("#task");
  }

  private void withdraw(String number, boolean pending) {
    stale();
    strokes.begin().scan("SP" + number);
    if (pending) {
      strokes.pressAt("#outcome-SARS_COV_2-found", "Escape");
    }
    strokes.pressAt(pending ? "#openEnter" : "#slipTitle", "Delete");
    strokes.think("#withdrawReason-WRONG_PERSON:focus").press("2").pressAt("#readBackWithdraw", "Enter");
    strokes.think("#readBackLine").pressAt("#touch", "Enter").touch();
    page.waitForSelector("#slipGrounds");
  }

  private String anotherSlip() {
    hands.press("F2");
    page.waitForSelector("#birthName:focus");
    issue("Vandenbos");
    return hands.number();
  }

  private void support(String number) {
    stale();
    strokes.begin().type(number).press("Enter").think("#slipState").pressAt("#withdraw", "Enter");
    strokes.think("#supportReason-SLIP_ASTRAY:focus").press("2");
    strokes.think("#confirmLine").pressAt("#touch", "Enter").touch();
    page.waitForSelector("#answer");
    assertEquals("Retiré par l’assistance", page.locator("#slipState").innerText());
  }
}
