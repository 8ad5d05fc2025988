package souspli.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import souspli.fixtures.Chromium;
import souspli.fixtures.DemoDescription.Person;
import souspli.fixtures.Letterbox;
import souspli.fixtures.Looks;
import souspli.fixtures.Newcomer;
import souspli.fixtures.Portal;
import souspli.fixtures.Staff;
import souspli.staff.Role;

/** What one administrator asks for and the other one decides; and a colleague who has lost the telephone. */
class ApprovalJourney {
  private final Portal portal = Portal.shared();
  private final List<Person> administrators =
      portal.demo().staff().stream().filter(person -> person.role().equals("administrator")).toList();

  @Test
  void oneAsksAndTheOtherDecides() {
    String zoe = "zoe" + ThreadLocalRandom.current().nextInt(1_000_000) + "@example.org";
    String sami = "sami" + ThreadLocalRandom.current().nextInt(1_000_000) + "@example.org";
    try (BrowserContext one = Chromium.counter("fr");
        BrowserContext other = Chromium.counter("en")) {
      Page anne = Staff.signIn(one, portal, administrators.get(0));
      anne.fill("#email", zoe);
      anne.fill("#name", "Zoé Petit");
      anne.selectOption("#role", "ADMINISTRATOR");
      anne.click("#invite");
      assertThat(anne.locator("#invited")).containsText("Un deuxième administrateur doit donner son accord");
      assertEquals(0, anne.locator("#link").count());
      Looks.check(anne, "approvals-invited-fr");
      anne.fill("#email", sami);
      anne.fill("#name", "Sami Benali");
      anne.selectOption("#role", "PHARMACIST");
      anne.selectOption("#pharmacy", new SelectOption().setLabel("Pharmacie du Marché"));
      anne.fill("#rpps", "99000000023");
      anne.click("#invite");
      assertThat(anne.locator("#invited")).containsText("L’annuaire ne dit pas");

      anne.navigate(portal.baseUrl() + "/staff/approvals");
      assertEquals(0, proposal(anne, zoe).locator("button").count(), "nobody decides their own");
      anne.click("#propose");
      anne.waitForSelector(".faults");
      Looks.check(anne, "approvals-pharmacy-fault-fr");
      anne.fill("#pharmacy-name", "Pharmacie du Pont");
      anne.fill("#telephone", "04 72 00 00 03");
      anne.fill("#finess", "990000028");
      anne.click("#propose");
      anne.waitForSelector("#asked");
      Looks.check(anne, "approvals-own-fr");

      Page luc = Staff.signIn(other, portal, administrators.get(1));
      luc.navigate(portal.baseUrl() + "/staff/approvals");
      Looks.check(luc, "approvals-waiting-en");
      approve(luc, sami).click();
      assertThat(luc.locator(".faults")).containsText("Say why you agree");
      Looks.check(luc, "approvals-no-reason-en");
      proposal(luc, sami).locator("input").fill("Works in both pharmacies since Monday");
      approve(luc, sami).click();
      assertThat(luc.locator("#decided")).containsText("by e-mail to Sami Benali");
      assertTrue(Letterbox.shared().linkTo(sami).contains("/staff/invitation#"));
      approve(luc, zoe).click();
      assertThat(luc.locator("#decided")).containsText("Zoé Petit");
      Looks.check(luc, "approvals-approved-en");
      approve(luc, "Pharmacie du Pont").click();
      luc.waitForSelector("text=Pharmacie du Pont is added");
      Looks.check(luc, "approvals-nothing-en");
      luc.navigate(portal.baseUrl() + "/staff/members");
      assertEquals(1, luc.locator("#pharmacy option", hasText("Pharmacie du Pont")).count());
      luc.navigate(Letterbox.shared().linkTo(zoe));
      luc.waitForSelector("#accept");
    }
  }

  @Test
  void whoLostTheTelephoneIsInvitedAnew() {
    Newcomer loser = Newcomer.in(portal, Role.SUPPORT);
    try (BrowserContext browser = Chromium.counter("fr")) {
      Page page = Staff.signIn(browser, portal, administrators.get(0));
      Staff.row(page, loser.email()).locator("button[name=renew]").click();
      page.waitForSelector("#invited");
      Looks.check(page, "members-renewed-fr");
    }
    assertEquals(200, Newcomer.get(portal, "/staff/support", loser.cookie()).statusCode(), "nothing has changed yet");
    Newcomer again = Newcomer.by(portal, Letterbox.shared().linkTo(loser.email()), loser.email());
    assertEquals(303, Newcomer.get(portal, "/staff/support", loser.cookie()).statusCode(), "sessions of before end");
    assertEquals(403, loser.signIn(Newcomer.PASSWORD, loser.digits()).statusCode(), "the old digits too");
    assertEquals(303, again.signIn(Newcomer.PASSWORD, again.digits()).statusCode());
  }

  /** By an address or a name; other tests may have left others. */
  private static Locator proposal(Page page, String what) {
    return page.locator("section.proposal").filter(new Locator.FilterOptions().setHasText(what));
  }

  private static Locator approve(Page page, String name) {
    return proposal(page, name).locator("button[name=approve]");
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
