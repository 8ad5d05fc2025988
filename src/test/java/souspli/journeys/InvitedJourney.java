package souspli.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import souspli.fixtures.Chromium;
import souspli.fixtures.DemoDescription.Person;
import souspli.fixtures.Device;
import souspli.fixtures.Keyboard;
import souspli.fixtures.Letterbox;
import souspli.fixtures.Looks;
import souspli.fixtures.Newcomer;
import souspli.fixtures.Portal;
import souspli.fixtures.Staff;

/**
 * An invited pharmacist, from the letter to the first slip. Counted are thoughts, keys and movements, and weighed by
 * the keystroke-level model (Card, Moran, Newell 1980), which does not depend on the machine that runs this.
 */
class InvitedJourney {
  private static final double KEY = 0.28;
  private static final double THOUGHT = 1.35;
  private static final double POINTING = 1.1;
  private static final double HANDS = 0.4;

  private final Portal portal = Portal.shared();
  private double seconds;

  @Test
  void fromTheLetterToTheFirstSlipInLessThanAMinute() {
    String email = "lea" + ThreadLocalRandom.current().nextInt(1_000_000) + "@example.org";
    invite(email);
    String link = Letterbox.shared().linkTo(email);
    try (BrowserContext browser = Chromium.counter("fr")) {
      Page page = browser.newPage();
      Device.carried(page);
      click(); // the link in the letter
      page.navigate(link);
      page.waitForSelector("#make");
      Looks.check(page, "invited-passkey-fr");
      click();
      page.click("#make");
      seconds += THOUGHT + HANDS + KEY; // the touch
      page.waitForURL(url -> url.endsWith("/staff/counter"));
      assertTrue(page.locator(".place").innerText().contains("Léa Roux"));

      Keyboard hands = new Keyboard(page);
      click(); // into the first field of the box
      page.selectOption("#kind", "covid");
      seconds += HANDS + 2 * KEY;
      page.focus("#kit");
      field(hands, "Kit d’essai");
      field(hands, "L2026-11");
      page.focus("#birthName");
      field(hands, "Garnier");
      field(hands, "Ada");
      seconds += THOUGHT;
      hands.type("10121985");
      hands.press("Enter");
      page.waitForSelector("#issue:focus");
      seconds += THOUGHT;
      hands.press("Enter");
      page.waitForSelector("section.slip");
      assertEquals(10, hands.number().length());
      seconds += KEY * hands.pressed();
      assertTrue(seconds < 60, "seconds by the model: " + seconds);
    }
    assertEquals(403, Newcomer.signIn(portal, email, Newcomer.PASSWORD, "123456").statusCode(), "there is no password");
  }

  private void invite(String email) {
    Person luc =
        portal.demo().staff().stream().filter(one -> one.role().equals("administrator")).toList().get(1);
    try (BrowserContext browser = Chromium.counter("fr")) {
      Page page = Staff.signIn(browser, portal, luc);
      page.fill("#email", email);
      page.fill("#name", "Léa Roux");
      page.selectOption("#role", "PHARMACIST");
      page.selectOption("#pharmacy", new SelectOption().setLabel("Pharmacie de la Gare"));
      page.fill("#rpps", "99000000021");
      page.click("#invite");
      page.waitForSelector("#invited");
    }
  }

  private void click() {
    seconds += THOUGHT + POINTING + KEY;
  }

  private void field(Keyboard hands, String text) {
    seconds += THOUGHT;
    hands.type(text);
    hands.press("Tab");
  }
}
