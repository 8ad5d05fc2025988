package souspli.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.security.SecureRandom;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import souspli.fixtures.ASealedLink;
import souspli.fixtures.Axe;
import souspli.fixtures.Chromium;
import souspli.fixtures.Phone;
import souspli.fixtures.Portal;
import souspli.keys.KeyDirectory;
import souspli.web.Languages;

/**
 * Every page that a patient can see, in every language, by day and by night, as wide as 320 pixels and with letters
 * twice as large: no rule of accessibility is broken, nothing is cut off. Of these 1,400 every run looks at some fifty,
 * so that each page, language, light and size has its turn; all of them with {@code -Dsouspli.looks.whole=true}, or
 * those of a few languages with {@code -Dsouspli.looks.whole=fr,ar}. What is wrong with one keeps none from being seen.
 */
class PatientLooksJourney {
  private static final Portal PORTAL = Portal.shared();
  private static final String WHOLE = System.getProperty("souspli.looks.whole", "");
  private static final String CROWDED =
      "2001:db8:%x::7".formatted(ThreadLocalRandom.current().nextInt(1, 0xFFFF));

  private static final String SCANNED = "/#000G40R40M30E209185GR38E1W64";

  private static final List<String> LANGUAGES =
      Languages.OF_PATIENTS.all().stream().map(language -> language.getLanguage()).toList();

  private static List<EveryAnswer> answers;

  private final List<String> wrong = new ArrayList<>();

  /** What the page is seen on: its width, and its letters in percent of the usual ones. */
  private enum Size {
    NARROW(320, 100),
    PHONE(360, 100),
    LARGE_LETTERS(360, 200);

    final int width;
    final int letters;

    Size(int width, int letters) {
      this.width = width;
      this.letters = letters;
    }
  }

  @BeforeAll
  static void makeLinks() throws Exception {
    try (Connection owner = PORTAL.owner()) {
      KeyDirectory keys = KeyDirectory.open(PORTAL.demo().keyDirectory(), new SecureRandom());
      answers = EveryAnswer.in(new ASealedLink(owner, keys));
    }
  }

  private static List<String> places() {
    return Stream.concat(
            Stream.of("/", SCANNED, "/trust", "/accessibility", "/nothing-here", "tryLater"),
            answers.stream().map(EveryAnswer::name))
        .toList();
  }

  @Test
  void everybodyCanUseEveryPage() {
    int seen = 0;
    for (int l = 0; l < LANGUAGES.size(); l++) {
      try (BrowserContext phone = Chromium.phone(LANGUAGES.get(l), ColorScheme.LIGHT)) {
        Page page = phone.newPage();
        for (int p = 0; p < places().size(); p++) {
          List<View> views = views(p, l);
          if (!views.isEmpty()) {
            come(page, places().get(p));
            for (View view : views) {
              check(page, places().get(p) + '-' + LANGUAGES.get(l), view);
            }
            seen += views.size();
          }
        }
        assertTrue(phone.cookies().isEmpty());
      }
    }
    assertEquals(List.of(), wrong, "in " + seen + " pages");
    assertTrue(seen >= 2 * places().size(), "each page twice at least, not " + seen + " in all");
  }

  /** How a page is looked at. */
  private record View(int language, ColorScheme scheme, Size size) {}

  private static List<View> views(int place, int language) {
    return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
        .flatMap(scheme -> Stream.of(Size.values()).map(size -> new View(language, scheme, size)))
        .filter(view -> isAsked(LANGUAGES.get(language)) || WHOLE.isEmpty() && hasItsTurn(place, view))
        .toList();
  }

  private static boolean isAsked(String language) {
    return WHOLE.equals("true") || List.of(WHOLE.split(",")).contains(language);
  }

  /** Each page in two languages, those two five apart, in both lights; sizes go round. */
  private static boolean hasItsTurn(int place, View view) {
    return (place + view.language) % 5 == 0
        && (view.language < 5) == (view.scheme == ColorScheme.LIGHT)
        && (place + view.language / 5) % Size.values().length == view.size.ordinal();
  }

  private static void come(Page page, String place) {
    if (place.startsWith("/")) {
      page.navigate("about:blank"); // from the same page, what stands after a hash would be no new page
      page.navigate(PORTAL.baseUrl() + place);
      return;
    }
    boolean crowded = place.equals("tryLater");
    boolean erasing = place.equals("eraseAsked");
    EveryAnswer answer = answer(crowded ? "wrongDetails" : erasing ? "found" : place);
    page.navigate(PORTAL.baseUrl() + "/");
    answer.fill(page);
    if (crowded) {
      answer.untilItIsTooMuch(Phone.at(PORTAL, CROWDED));
      page.setExtraHTTPHeaders(Map.of("X-Forwarded-For", CROWDED));
    }
    List<String> requests = new ArrayList<>();
    page.onRequest(request -> requests.add(request.url()));
    page.waitForResponse(
        told -> told.request().method().equals("POST"),
        () -> page.locator("form button[type=submit]").first().click());
    page.waitForLoadState();
    page.setExtraHTTPHeaders(Map.of());
    assertEquals(1, requests.size(), place + " asks for " + requests);
    if (erasing) {
      page.click("button[name=erase]");
      page.waitForSelector("button[name=erase][value=yes]");
    }
  }

  private static EveryAnswer answer(String name) {
    return answers.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  private void check(Page page, String name, View view) {
    Size size = view.size;
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(view.scheme));
    page.setViewportSize(size.width, 740);
    page.evaluate(
        "percent => document.documentElement.style.fontSize = percent == 100 ? '' : 1.1875 * percent + '%'",
        size.letters);
    String what = name + ' ' + view.scheme + ' ' + size + ": ";
    if (WHOLE.isEmpty()) {
      Chromium.screenshot(page, "patient-" + what.replaceAll("[^-A-Za-z]", "_"));
    }
    Axe.violations(page).forEach(violation -> wrong.add(what + violation));
    if (!page.evaluate("document.documentElement.scrollWidth").equals(size.width)) {
      wrong.add(what + "wider than the screen");
    }
    found(page, "[...document.querySelectorAll('button,select,input:not([type=hidden]),a')].filter("
        + "e => Math.min(...['width', 'height'].map(side => e.getBoundingClientRect()[side])) < 47.9)",
        what + "too small to touch: ");
    found(page, "[...document.querySelectorAll('body *')]"
        + ".filter(e => e.innerText && parseFloat(getComputedStyle(e).fontSize) < 19)", what + "too small to read: ");
  }

  private void found(Page page, String elements, String complaint) {
    List<?> found = (List<?>) page.evaluate(elements + ".map(e => e.outerHTML)");
    found.forEach(element -> wrong.add(complaint + element));
  }
}
