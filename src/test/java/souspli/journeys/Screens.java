package souspli.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import souspli.fixtures.Chromium;
import souspli.fixtures.Counter;
import souspli.fixtures.DemoDescription.Slip;
import souspli.fixtures.Picture;
import souspli.fixtures.Portal;
import souspli.fixtures.Staff;

/**
 * Makes the pictures in {@code src/docs/screens}, from demos of its own: {@code mvn verify -Dit.test=Screens}. It
 * judges nothing but their size, and its name keeps it out of the run of all tests; whoever has run it looks at the
 * pictures before they are kept.
 */
class Screens {
  @Test
  void ours() {
    try (Portal portal = Portal.own("screens", 8)) {
      for (String language : List.of("fr", "ar")) {
        patient(portal, language, "patient");
      }
      try (BrowserContext phone = Chromium.phone("zh", ColorScheme.DARK)) {
        Page page = tall(phone);
        open(page, portal, ready(portal, "positive"));
        Picture.keep(page, "patient-found-zh-dark");
      }
      others(portal);
      staff(portal);
    }
  }

  @Test
  void aChains() {
    try (Portal portal = Portal.own("screens-chain", 2, Map.of("SOUSPLI_BRAND", "quintefeuille"))) {
      try (BrowserContext phone = Chromium.phone("fr", ColorScheme.LIGHT)) {
        Page page = tall(phone);
        page.navigate(portal.baseUrl() + "/");
        Picture.keep(page, "chain-question-fr");
        open(page, portal, ready(portal, "positive"));
        Picture.keep(page, "chain-found-fr");
      }
      counter(portal, "chain-counter");
    }
  }

  private static void patient(Portal portal, String language, String name) {
    try (BrowserContext phone = Chromium.phone(language, ColorScheme.LIGHT)) {
      Page page = tall(phone);
      page.navigate(portal.baseUrl() + "/");
      Picture.keep(page, name + "-question-" + language);
      open(page, portal, ready(portal, "positive"));
      Picture.keep(page, name + "-found-" + language);
      open(page, portal, ready(portal, "negative"));
      Picture.keep(page, name + "-not-found-" + language);
      page.navigate(portal.baseUrl() + "/#" + ready(portal, "positive").code());
      fill(page, "1950-02-01");
      Picture.keep(page, name + "-one-answer-" + language);
    }
  }

  private static void others(Portal portal) {
    try (BrowserContext phone = Chromium.phone("fr", ColorScheme.LIGHT)) {
      Page page = tall(phone);
      for (String state : List.of("pending", "corrected", "withdrawn")) {
        open(page, portal, portal.demo().in(state).getFirst());
        Picture.keep(page, "patient-" + state + "-fr");
      }
      page.navigate(portal.baseUrl() + "/accessibility");
      Picture.keep(page, "accessibility-fr");
    }
  }

  private static void staff(Portal portal) {
    counter(portal, "counter");
    for (String role : List.of("manager", "administrator", "support")) {
      try (BrowserContext browser = Chromium.counter("fr")) {
        Page page = Staff.signIn(browser, portal, portal.demo().first(role));
        for (String place : List.of("members", "trail", "keys", "registry", "support", "passkeys")) {
          page.navigate(portal.baseUrl() + "/staff/" + place);
          if (page.url().endsWith(place) && page.locator("body.staff").count() > 0) {
            Picture.keep(page, "staff-" + place + (role.equals("manager") ? "" : "-" + role));
          }
        }
      }
    }
  }

  private static void counter(Portal portal, String name) {
    try (BrowserContext browser = Chromium.counter("fr")) {
      Page door = browser.newPage();
      door.navigate(portal.baseUrl() + "/staff/");
      Picture.keep(door, name + "-door");
      Page page = Staff.signIn(browser, portal, portal.demo().first("pharmacist"));
      Picture.keep(page, name);
      new Counter(page).issue("Marchand", "Odile", "1961-09-03");
      Picture.keep(page, name + "-slip");
      page.keyboard().press("F4");
      page.fill("#slipNumber", portal.demo().in("pending").getFirst().slipNumber());
      page.press("#slipNumber", "Enter");
      page.waitForSelector("#slipTitle");
      Picture.keep(page, name + "-result");
      page.keyboard().press("F8");
      page.waitForURL("**/staff/locked");
      Picture.keep(page, name + "-locked");
    }
  }

  /** High enough for what matters of a result. */
  private static Page tall(BrowserContext phone) {
    Page page = phone.newPage();
    page.setViewportSize(360, 900);
    return page;
  }

  private static Slip ready(Portal portal, String outcome) {
    return portal.demo().in("ready").stream().filter(slip -> slip.outcome().equals(outcome)).findFirst().orElseThrow();
  }

  private static void open(Page page, Portal portal, Slip slip) {
    page.navigate(portal.baseUrl() + "/");
    page.navigate(portal.baseUrl() + "/#" + slip.code());
    fill(page, slip.dateOfBirth());
  }

  private static void fill(Page page, String dateOfBirth) {
    String[] date = dateOfBirth.split("-");
    page.fill("#day", date[2]);
    page.fill("#month", date[1]);
    page.fill("#year", date[0]);
    page.waitForResponse(
        answer -> answer.request().method().equals("POST"),
        () -> page.locator("form button[type=submit]").first().click());
    page.waitForLoadState();
  }
}
