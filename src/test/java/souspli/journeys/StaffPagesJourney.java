package souspli.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import souspli.fixtures.Chromium;
import souspli.fixtures.HtmlValidator;
import souspli.fixtures.Looks;
import souspli.fixtures.Portal;
import souspli.fixtures.Staff;
import souspli.web.PublicPaths;

/**
 * Every page of staff that the table of public paths knows, by whoever may see it: valid in both languages, and to be
 * used by all. Other journeys look at what becomes of these pages in use. Every run looks at each page as the first
 * role sees it, with {@code -Dsouspli.looks.whole=true} at each as every role sees it, in both languages.
 */
class StaffPagesJourney {
  /** No pages that somebody signed in sees: each ends elsewhere. */
  private static final Set<String> WAYS =
      Set.of("/staff/", "/staff/invitation", "/staff/sign-out", "/staff/lock", "/staff/psc", "/staff/psc/return");

  private static final boolean WHOLE = Boolean.getBoolean("souspli.looks.whole");
  private static final List<String> LANGUAGES = List.of("fr", "en");

  private final Portal portal = Portal.shared();
  private final Set<String> left = all();

  @Test
  void everyPageOfStaffIsValidAndCanBeUsed() {
    for (String language : WHOLE ? LANGUAGES : List.of("fr")) {
      try (BrowserContext browser = Chromium.counter(language)) {
        Page door = browser.newPage();
        door.navigate(portal.baseUrl() + "/staff/");
        look(door, "staff-door-" + language);
      }
    }
    for (String role : List.of("pharmacist", "manager", "administrator", "support")) {
      for (String language : WHOLE ? LANGUAGES : List.of(role.equals("manager") ? "en" : "fr")) {
        asTheySeeIt(role, language);
      }
    }
    assertEquals(Set.of(), left, "nobody of the demo may see these");
  }

  private void asTheySeeIt(String role, String language) {
    try (BrowserContext browser = Chromium.counter(language)) {
      Page page = Staff.signIn(browser, portal, portal.demo().first(role));
      for (String path : WHOLE ? all() : Set.copyOf(left)) {
        page.navigate(portal.baseUrl() + path);
        if (page.url().endsWith(path) && page.locator("body.staff").count() > 0) {
          look(page, "staff" + path.replace('/', '-') + '-' + role + '-' + language);
          left.remove(path);
        }
      }
      if (role.equals("pharmacist")) {
        page.navigate(portal.baseUrl() + "/staff/counter");
        page.keyboard().press("F8");
        page.waitForURL("**/staff/locked");
        look(page, "staff-locked-" + language);
        left.remove("/staff/locked");
      }
    }
  }

  private static Set<String> all() {
    return PublicPaths.all().stream()
        .filter(path -> path.startsWith("/staff/") && !WAYS.contains(path))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Valid in both languages as the portal sends it, before any script; and to be used. */
  private static void look(Page page, String name) {
    for (String language : LANGUAGES) {
      RequestOptions inThis = RequestOptions.create().setHeader("Accept-Language", language);
      String source = page.request().get(page.url(), inThis).text();
      assertTrue(source.contains("lang=\"" + language + '"'), name + " is not in " + language);
      assertEquals(List.of(), HtmlValidator.errors(source), name + ", its source in " + language);
    }
    Looks.check(page, name);
  }
}
