package souspli.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.awt.Color;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import souspli.fixtures.Chromium;
import souspli.fixtures.Counter;
import souspli.fixtures.Eyes;
import souspli.fixtures.Keyboard;
import souspli.fixtures.Portal;
import souspli.fixtures.Print;
import souspli.fixtures.Print.Paper;
import souspli.fixtures.StainedCode;
import souspli.fixtures.Staff;
import souspli.web.Languages;

/** One slip on each paper that a pharmacy may have in its printer, read as a phone reads it, also when it is dirty. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaperJourney {
  private static final double PIXELS_A_MILLIMETRE = 96 / 25.4;

  /** Dots to a pixel: makes a picture of the screen as fine as one of the paper. */
  private static final int SHARPNESS = 3;

  /** Of a slip's QR code. */
  private static final int MODULES = 33;

  private static final int BLOT = 10;

  /**
   * The middle and the four sides. Over the small mark in the fourth corner a code has enough left as well, which
   * {@code QrCodeTest} shows, but this reader often cannot tell any more where its modules are.
   */
  private static final List<Point> BLOTS =
      List.of(
          new Point(12, 12),
          new Point(12, 0),
          new Point(0, 12),
          new Point(MODULES - BLOT, 12),
          new Point(12, MODULES - BLOT));

  private static final double SMALLER = 0.6;

  private final Portal portal = Portal.shared();
  private BrowserContext browser;
  private Page counter;

  @BeforeAll
  void signIn() {
    browser = Chromium.counter("fr", SHARPNESS);
    browser.addInitScript("window.print = () => {};");
    counter = Staff.signIn(browser, portal, portal.demo().first("pharmacist"));
  }

  @AfterAll
  void close() {
    browser.close();
  }

  @BeforeEach
  void anew() {
    counter.emulateMedia(new Page.EmulateMediaOptions().setMedia(null)); // back to what it is
    counter.setViewportSize(1280, 900);
    counter.navigate(portal.baseUrl() + "/staff/counter");
    counter.waitForSelector("#birthName:focus");
  }

  @Test
  void isReadFromEachPaperAlsoWhenItIsDirtyOrCopiedSmaller() {
    new Counter(counter).issue("Marchand", "Odile", "1961-09-03");
    Written written = Written.on(counter, portal);
    for (Paper paper : Paper.values()) {
      String name = "slip-" + paper.name().toLowerCase(Locale.ROOT);
      Print print = Print.of(counter, paper, name);
      assertWhole(print, name);
      written.assertIsIn(print, name);
      assertReadable(print.dots(), Print.dots(1), written, name + ".pdf");
      assertReadable(look(counter, paper, name), SHARPNESS * PIXELS_A_MILLIMETRE, written, name + ".png");
      assertFalse(counter.locator("#birthName, #today, header:not(.slip-head)").first().isVisible(), name);
    }
  }

  /** One digit before the key that prints; the next person is asked anew. */
  @Test
  void speaksAsWhoTakesItHomeAndTheStubAsTheCounter() {
    Keyboard hands = new Keyboard(counter);
    List<Locale> languages = Languages.OF_PATIENTS.all();
    for (int i = 0; i < languages.size(); i++) {
      String language = languages.get(i).getLanguage();
      hands.press("F2");
      counter.waitForSelector("#birthName:focus");
      hands.review("Langue " + language);
      assertEquals("fr", counter.locator("[name=paperLanguage]:checked").getAttribute("value"), "before " + language);
      hands.press(String.valueOf((i + 1) % 10));
      counter.waitForSelector("#paper-" + language + ":checked");
      hands.press("Enter");
      counter.waitForSelector("section.slip[lang=" + language + "]");
      String direction = language.equals("ar") ? "rtl" : "ltr";
      assertEquals(direction, counter.locator("section.slip").getAttribute("dir"), language);
      assertEquals("fr", counter.locator(".slip-stub").getAttribute("lang"), "of the stub");
      Written written = Written.on(counter, portal);
      for (Paper paper : List.of(Paper.ROLL, Paper.A5)) {
        String name = "slip-" + paper.name().toLowerCase(Locale.ROOT) + "-" + language;
        Print print = Print.of(counter, paper, name);
        assertWhole(print, name);
        assertEquals(written.link(), Eyes.qr(print.dots()), name);
        assertEquals("SP" + written.number(), Eyes.code128(print.dots()), name);
      }
    }
  }

  /** Whoever turns back to the form finds the choice again; another paper asks for it anew. */
  @Test
  void keepsItsLanguageWithItsFormAndNoLonger() {
    Keyboard hands = new Keyboard(counter);
    hands.review("Retour");
    hands.press("3");
    counter.waitForSelector("#paper-es:checked");
    hands.press("Escape");
    counter.waitForSelector("#review");
    assertFalse(counter.locator("label[for=paper-es]").isVisible(), "asked for at the review");
    hands.press("Enter");
    counter.waitForSelector("#issue:focus");
    hands.press("Enter");
    counter.waitForSelector("section.slip[lang=es]");
    hands.scan(hands.number());
    counter.waitForSelector("#outcome-SARS_COV_2-found:focus");
    hands.press("F9");
    counter.waitForSelector("#reissue:focus");
    assertEquals("fr", counter.locator("[name=paperLanguage]:checked").getAttribute("value"));
    hands.press("0");
    counter.waitForSelector("#paper-zh:checked");
    hands.press("Enter");
    counter.waitForSelector("section.slip[lang=zh]");
  }

  private static void assertWhole(Print print, String name) {
    assertEquals(1, print.pages(), name);
    assertTrue(print.margin() > 4.5, name + " has a margin of " + print.margin() + " mm");
  }

  /** What the page says in letters, for the codes on the paper to say too. */
  private record Written(String link, String number, List<String> words) {
    static Written on(Page counter, Portal portal) {
      String code = String.join("", counter.locator(".slip-group").allInnerTexts());
      String number = counter.locator(".slip-stub .slip-number").innerText().replaceAll("\\D", "");
      String words = counter.locator("section.slip").innerText();
      return new Written(
          (portal.baseUrl() + "/#").toUpperCase(Locale.ROOT) + code, number, List.of(words.strip().split("\\s+")));
    }

    /** Nothing is cut off, and nobody who finds the slip learns whom it is about. */
    void assertIsIn(Print print, String name) {
      String text = print.text();
      List<String> printed = List.of(text.strip().split("\\s+"));
      assertEquals(List.of(), words.stream().filter(word -> !printed.contains(word)).toList(), "missing on " + name);
      for (String secret : List.of("Marchand", "Odile", "03/09/1961", "1961-09-03", "septembre 1961", "Covid")) {
        assertFalse(text.toLowerCase(Locale.FRENCH).contains(secret.toLowerCase(Locale.FRENCH)), secret);
      }
      assertTrue(text.contains("SPÉCIMEN"), "a slip of a demo says so on " + name);
    }
  }

  private static void assertReadable(BufferedImage picture, double millimetre, Written written, String name) {
    StainedCode code = StainedCode.in(picture, MODULES);
    assertEquals(written.link(), code.text(), name);
    assertEquals(millimetre, code.pitch(), millimetre / 50, "dots of a module of " + name);
    assertEquals("SP" + written.number(), Eyes.code128(picture), name);
    BufferedImage smaller = StainedCode.scaled(picture, SMALLER);
    assertEquals(written.link(), Eyes.qr(smaller), "smaller " + name);
    assertEquals("SP" + written.number(), Eyes.code128(smaller), "smaller " + name);
    for (Point blot : BLOTS) {
      for (Color paint : List.of(Color.WHITE, Color.BLACK)) {
        BufferedImage stained = code.stained(blot.x, blot.y, BLOT, paint);
        assertEquals(written.link(), Eyes.qr(stained), name + " with a blot at " + blot);
      }
    }
  }

  private static BufferedImage look(Page counter, Paper paper, String name) {
    counter.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    int margin = 10;
    counter.setViewportSize(
        (int) ((paper.width() - margin) * PIXELS_A_MILLIMETRE),
        (int) ((paper.height() - margin) * PIXELS_A_MILLIMETRE));
    return Eyes.picture(Chromium.screenshot(counter, name));
  }
}
