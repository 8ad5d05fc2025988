package souspli.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a reader may rely on in every source file. */
class HabitsTest {
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "(?m)^public (?:(?:abstract|final|sealed|non-sealed) )*(?:class|record|interface|enum|@interface) ");

  /** In pieces, so that this file does not hold what it looks for. */
  private static final Pattern REFUSED =
      Pattern.compile("TO" + "DO|FIX" + "ME|@aut" + "hor|@Dis" + "abled|@Embed" + "dable|lom" + "bok\\.");

  private static final Pattern SWALLOWED = Pattern.compile("catch \\([^)]*\\) \\{\\s*\\}");

  private static final Pattern NEEDS_MORE =
      Pattern.compile("import souspli\\.fixtures\\.(ADatabase|Portal|Chromium);");

  private static final Pattern SLEEPS = Pattern.compile("Thread\\.sleep\\(");

  @Test
  void everyPublicTypeSaysWhatItGuarantees() {
    List<String> silent = new ArrayList<>();
    for (Path file : House.files("main/java", ".java")) {
      String text = House.text(file);
      Matcher type = PUBLIC_TYPE.matcher(text);
      if (type.find() && !text.substring(0, type.start()).contains("/**")) {
        silent.add(file.toString());
      }
    }
    assertEquals(List.of(), silent);
  }

  @Test
  void nothingIsLeftForLaterOrSwitchedOff() {
    assertEquals(List.of(), holding(REFUSED, ""));
  }

  @Test
  void noExceptionIsSwallowed() {
    assertEquals(List.of(), holding(SWALLOWED, ""));
  }

  @Test
  void nobodySleepsWhileSomebodyWaits() {
    assertEquals(List.of(), holding(SLEEPS, "main/java"));
  }

  /** {@code …Test} runs in memory, in seconds; what needs a server or a browser has another ending. */
  @Test
  void aTestNeedsNothingButTheJvm() {
    assertEquals(List.of(), holding(NEEDS_MORE, "test/java", "Test.java"));
  }

  private static List<String> holding(Pattern pattern, String below) {
    return holding(pattern, below, ".java");
  }

  private static List<String> holding(Pattern pattern, String below, String ending) {
    return House.files(below, ending).stream()
        .filter(file -> pattern.matcher(House.text(file)).find())
        .map(Path::toString)
        .toList();
  }
}
