package souspli.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import souspli.fixtures.Chromium;
import souspli.fixtures.DemoDescription.Person;
import souspli.fixtures.Keyboard;
import souspli.fixtures.Portal;
import souspli.fixtures.Staff;

/** Somebody who has read {@code src/docs/counter.md} and nothing else, with the keyboard alone, from the door on. */
class FirstDayJourney {
  private static final Pattern AND_SO_MANY = Pattern.compile("\\d+");

  private final Portal portal = Portal.shared();

  @Test
  void issuesASlipFindsItInTheListAndEntersItsResult() {
    try (BrowserContext browser = Chromium.counter("fr")) {
      browser.addInitScript("window.printed = 0; window.print = () => { window.printed++; };");
      Page page = browser.newPage();
      Keyboard hands = new Keyboard(page);
      signIn(page, hands);
      int waiting = waiting(page);

      enter(hands, "Lefebvre", "Jean-Marc", "27031952");
      page.waitForSelector("#kit:focus"); // nobody has opened a box yet
      enter(hands, "Kit d’essai", "L2026-11");
      page.waitForSelector("#issue:focus");
      hands.press("Enter");
      page.waitForSelector("section.slip");
      assertEquals(1, page.evaluate("window.printed"));
      String number = hands.number();
      assertEquals(waiting + 1, waiting(page), "tests to be read");

      hands.press("F4");
      page.waitForSelector("#slipNumber:focus");
      hands.press("F3");
      hands.press("Enter");
      page.waitForSelector("#hits a[data-slip='" + number + "']:focus");
      hands.press("Enter");
      page.waitForSelector("#outcome-SARS_COV_2-found:focus");
      assertEquals(number, Keyboard.digits(page.locator("#slipTitle").innerText()));
      hands.press("3");
      page.waitForSelector("#earlyReason-LINES_CLEAR:focus");
      hands.press("1");
      page.waitForSelector("#readBack:focus");
      hands.press("Enter");
      page.waitForSelector("#saveResult:focus");
      hands.press("Enter");
      page.waitForSelector("#answer");
      assertEquals(waiting, waiting(page), "tests to be read");
    }
  }

  private void signIn(Page page, Keyboard hands) {
    Person pharmacist = portal.demo().first("pharmacist");
    page.navigate(portal.baseUrl() + "/staff/");
    enter(hands, pharmacist.email(), pharmacist.password(), Staff.nextCode(pharmacist));
    page.waitForSelector("#birthName:focus");
  }

  private static void enter(Keyboard hands, String... fields) {
    for (int i = 0; i < fields.length; i++) {
      if (i > 0) {
        hands.press("Tab");
      }
      hands.type(fields[i]);
    }
    hands.press("Enter");
  }

  /** Those that are shown, and those that are counted below them. */
  private static int waiting(Page page) {
    int shown = page.locator("#due li").count();
    if (shown == 0 || page.locator("#due .hint").count() == 0) {
      return shown;
    }
    Matcher more = AND_SO_MANY.matcher(page.locator("#due .hint").innerText());
    return shown + (more.find() ? Integer.parseInt(more.group()) : 1);
  }
}
