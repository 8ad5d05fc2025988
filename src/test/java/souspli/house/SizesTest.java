package souspli.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A file fits a head, and a room a folder listing; what outgrows that is split by subject. */
class SizesTest {
  private static final int LONGEST_JAVA = 250;
  private static final int LONGEST_VIEW = 120;
  private static final int LARGEST_ROOM = 17;
  private static final int LONGEST_LINE = 120;

  @Test
  void noFileIsTooLong() {
    List<String> tooLong = new ArrayList<>();
    for (Path file : House.files("", ".java")) {
      check(file, LONGEST_JAVA, tooLong);
    }
    for (Path file : House.files("main/webapp", ".xhtml")) {
      check(file, LONGEST_VIEW, tooLong);
    }
    assertEquals(List.of(), tooLong);
  }

  @Test
  void noLineIsTooLong() {
    List<String> tooLong = new ArrayList<>();
    for (Path file : House.files("", ".java")) {
      if (House.text(file).lines().anyMatch(line -> line.length() > LONGEST_LINE)) {
        tooLong.add(file.toString());
      }
    }
    assertEquals(List.of(), tooLong);
  }

  @Test
  void noRoomIsTooLarge() {
    Map<Path, Integer> files = new TreeMap<>();
    for (Path file : House.files("main/java", ".java")) {
      files.merge(file.getParent(), 1, Integer::sum);
    }
    files.values().removeIf(count -> count <= LARGEST_ROOM);
    assertEquals(Map.of(), files);
  }

  private static void check(Path file, int longest, List<String> tooLong) {
    long lines = House.text(file).lines().count();
    if (lines > longest) {
      tooLong.add(file + ": " + lines + " lines, at most " + longest);
    }
  }
}
