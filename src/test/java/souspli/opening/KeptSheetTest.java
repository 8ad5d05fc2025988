package souspli.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static souspli.fixtures.ASealedLink.aResult;
import static souspli.fixtures.ASealedLink.outcome;
import static souspli.result.Finding.FOUND;
import static souspli.result.Finding.NOT_FOUND;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.accesslog.Event;
import souspli.accesslog.EventKind;
import souspli.fixtures.ASealedLink;
import souspli.fixtures.TestSettings;
import souspli.fixtures.VeraPdf;
import souspli.limits.Tries;
import souspli.look.Look;
import souspli.result.Issuer;
import souspli.result.Kit;
import souspli.result.Outcome;
import souspli.result.Sample;
import souspli.result.TestKind;
import souspli.result.TestResult;
import souspli.sealedlink.Token;
import souspli.sheet.DrawSheet;
import souspli.sheet.Words;

/** The sheet that a patient keeps: by the standards, of one length, and with nothing that is nobody's business. */
class KeptSheetTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  @TempDir Path directory;
  private DrawSheet drawSheet;

  @BeforeEach
  void aPortal() {
    drawSheet = new DrawSheet(new Look(TestSettings.in(directory, Map.of())), RANDOM);
  }

  @Test
  void everyOutcomeIsAGoodDocumentOfOneLength() throws IOException {
    List<TestResult> results = new ArrayList<>(List.of(ASealedLink.theLargest(), strangeNames()));
    for (TestKind kind : TestKind.values()) {
      results.add(aResult(kind, Outcome.invalid()));
      for (var finding : List.of(FOUND, NOT_FOUND)) {
        results.add(aResult(kind, outcome(kind, finding, finding, finding)));
      }
    }
    for (TestResult result : results) {
      byte[] pdf = drawSheet.draw(KeptSheet.of(shown(result), true));
      assertEquals(Set.of(), VeraPdf.faults(pdf));
      assertEquals(DrawSheet.LENGTH, pdf.length);
    }
    byte[] corrected = drawSheet.draw(KeptSheet.of(shown(ASealedLink.theLargest()), true));
    Files.createDirectories(Path.of("target", "screens"));
    Files.write(Path.of("target", "screens", "sheet-corrected.pdf"), corrected);
    Files.write(
        Path.of("target", "screens", "sheet-found.pdf"),
        drawSheet.draw(KeptSheet.of(shown(aResult(TestKind.FLU, outcome(TestKind.FLU, FOUND, NOT_FOUND))), false)));
  }

  @Test
  void aBrokenDocumentWouldBeNoticed() {
    byte[] pdf = drawSheet.draw(KeptSheet.of(shown(ASealedLink.theLargest()), true));
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    String untagged = text.replace("/Marked true", "/Marked null");
    assertFalse(VeraPdf.faults(untagged.getBytes(StandardCharsets.ISO_8859_1)).isEmpty());
  }

  @Test
  void itSaysWhatThePageSaysAndNothingOfWhoAsked() {
    Opening.Shown shown = shown(aResult(TestKind.COVID, outcome(TestKind.COVID, FOUND)));
    List<Words> words = KeptSheet.of(shown, false);
    assertEquals(List.of("fr", "en"), words.stream().map(one -> one.language().getLanguage()).toList());
    assertEquals("Covid-19: virus found.", words.getLast().findings().getFirst().first());
    assertTrue(words.getFirst().banner().isEmpty());
    String all = everyWord(words.getFirst()) + everyWord(words.getLast());
    assertTrue(all.contains("Claire Morel") && all.contains("01 23 45 67 89") && all.contains("L2026-1107"), all);
    assertFalse(all.contains(shown.proven().token().text()) || all.contains("1952"), all);
    assertFalse(all.contains("27") && all.contains("mars"), all);
  }

  private static String everyWord(Words words) {
    return String.join(
        "\n",
        words.title(), words.meaning(), words.correction().orElse(""), words.findings().stream()
            .map(line -> line.first() + ' ' + line.second()).toList().toString(),
        words.facts().stream().map(line -> line.first() + ' ' + line.second()).toList().toString(),
        words.closing().toString());
  }

  /** Letters that the font has not, letters in two pieces, and one word wider than the page. */
  private static TestResult strangeNames() {
    return TestResult.of(
        new Sample(TestKind.COVID, new Kit("W".repeat(40), "批号"), Instant.parse("2026-11-24T10:00:00Z")),
        Outcome.invalid(),
        Optional.empty(),
        new Issuer("Ełk 药房 (\\) صيدلية", "01 23 45 67 89", ZoneId.of("Europe/Paris"), "Noe\u0308l Nguyễn"));
  }

  private static Opening.Shown shown(TestResult result) {
    return new Opening.Shown(
        new Opening.Proven(Token.fresh(RANDOM), ASealedLink.BORN),
        result,
        List.of(new Event(2, Instant.parse("2026-11-24T12:00:00Z"), EventKind.OPENED, 0, 1)),
        1,
        new Tries.State(0, 5),
        LocalDate.parse("2027-02-22"));
  }
}
