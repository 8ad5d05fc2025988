package souspli.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import souspli.fixtures.Chromium;
import souspli.fixtures.Counter;
import souspli.fixtures.HtmlValidator;
import souspli.fixtures.Looks;
import souspli.fixtures.Phone;
import souspli.fixtures.Portal;
import souspli.fixtures.Staff;
import souspli.web.PublicPaths;

/** Every page of staff that the table of public paths knows, by whoever may see it: valid, and to be used by all. */
class StaffPagesJourney {
  /** No pages that somebody signed in sees: each ends elsewhere. */
  private static final Set<String> WAYS =
      Set.of("/staff/", "/staff/invitation", "/staff/sign-out", "/staff/lock", "/staff/psc", "/staff/psc/return");

  private final Portal portal = Portal.shared();

  @Test
  void everyPageOfStaffIsValidAndCanBeUsed() {
    Set<String> left =
        PublicPaths.all().stream()
            .filter(path -> path.startsWith("/staff/") && !WAYS.contains(path))
            .collect(Collectors.toCollection(TreeSet::new));
    try (BrowserContext browser = Chromium.counter("fr")) {
      Page door = browser.newPage();
      door.navigate(portal.baseUrl() + "/staff/");
      assertEquals(List.of(), HtmlValidator.errors(Phone.anywhere(portal).get("/staff/").body()), "the door");
      Looks.check(door, "staff-door");
    }
    for (String role : List.of("pharmacist", "manager", "administrator", "support")) {
      try (BrowserContext browser = Chromium.counter(role.equals("manager") ? "en" : "fr")) {
        Page page = Staff.signIn(browser, portal, portal.demo().first(role));
        for (String path : Set.copyOf(left)) {
          page.navigate(portal.baseUrl() + path);
          if (page.url().endsWith(path) && page.locator("body.staff").count() > 0) {
            assertEquals(List.of(), HtmlValidator.errors(source(page)), path + " as " + role);
            Looks.check(page, "staff" + path.replace('/', '-') + '-' + role);
            left.remove(path);
          }
        }
        if (role.equals("pharmacist")) {
          page.navigate(portal.baseUrl() + "/staff/counter");
          new Counter(page).issue("Marchand", "Odile", "1961-09-03");
          String withSlip = "<!DOCTYPE html>" + page.evaluate("document.documentElement.outerHTML");
          assertEquals(List.of(), HtmlValidator.errors(withSlip), "the counter with a slip");
          page.keyboard().press("F8");
          page.waitForURL("**/staff/locked");
          assertEquals(List.of(), HtmlValidator.errors(source(page)), "a locked counter");
          Looks.check(page, "staff-locked");
          left.remove("/staff/locked");
        }
      }
    }
    assertEquals(Set.of(), left, "nobody of the demo may see these");
  }

  /** As the portal sends it, before any script. */
  private static String source(Page page) {
    return page.reload().text();
  }
}
