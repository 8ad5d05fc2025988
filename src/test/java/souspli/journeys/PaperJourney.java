package souspli.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import souspli.fixtures.Chromium;
import souspli.fixtures.Counter;
import souspli.fixtures.Eyes;
import souspli.fixtures.Portal;
import souspli.fixtures.Staff;

/** One slip on each paper that a pharmacy may have in its printer. The PDFs stay in {@code target/screens}. */
class PaperJourney {
  private static final double PIXELS_A_MILLIMETRE = 96 / 25.4;
  private static final Pattern PDF_PAGE = Pattern.compile("/Type /Page\\b(?!s)");

  private final Portal portal = Portal.shared();

  /** Millimetres. A roll has no end. */
  private record Paper(String name, int width, int height) {}

  @Test
  void isOnePageOfEachPaperAndIsReadFromIt() {
    try (BrowserContext browser = Chromium.counter("fr")) {
      Page counter = Staff.signIn(browser, portal, portal.demo().first("pharmacist"));
      new Counter(counter).issue("Marchand", "Odile", "1961-09-03");
      for (Paper paper : List.of(new Paper("a5", 148, 210), new Paper("a4", 210, 297), new Paper("roll", 80, 400))) {
        assertEquals(1, pagesOf(print(counter, paper)), paper.name());
        byte[] seen = look(counter, paper);
        assertTrue(Eyes.qr(seen).contains("/#"), paper.name());
        assertTrue(Eyes.code128(seen).matches("SP[0-9]{10}"), paper.name());
        assertFalse(counter.locator("#birthName, #today, header:not(.slip-head)").first().isVisible(), paper.name());
      }
    }
  }

  private static byte[] print(Page counter, Paper paper) {
    return counter.pdf(
        new Page.PdfOptions()
            .setWidth(paper.width() + "mm")
            .setHeight(paper.height() + "mm")
            .setPath(Path.of("target", "screens", "slip-" + paper.name() + ".pdf")));
  }

  private static byte[] look(Page counter, Paper paper) {
    counter.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    int margin = 10;
    counter.setViewportSize(
        (int) ((paper.width() - margin) * PIXELS_A_MILLIMETRE),
        (int) ((paper.height() - margin) * PIXELS_A_MILLIMETRE));
    return Chromium.screenshot(counter, "slip-" + paper.name());
  }

  private static int pagesOf(byte[] pdf) {
    return (int) PDF_PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1)).results().count();
  }
}
