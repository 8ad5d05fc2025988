package souspli.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
  /** What the page tells people to type gives what the page shows. */
  @Test
  void fingerprintIsWhatTheCommandsOfThePageGive(@TempDir Path unpacked) throws Exception {
    Files.createDirectories(unpacked.resolve("WEB-INF/classes"));
    Files.writeString(unpacked.resolve("WEB-INF/classes/B.class"), "b");
    Files.writeString(unpacked.resolve("WEB-INF/a b é.txt"), "a");
    Files.writeString(unpacked.resolve("index-1.txt"), "");
    Files.writeString(unpacked.resolve("index.txt"), "x");
    assertEquals(typed(unpacked), Build.fingerprintOf(unpacked));
  }

  @Test
  void fingerprintChangesWithAByteAndWithAName(@TempDir Path unpacked) throws Exception {
    Files.writeString(unpacked.resolve("a"), "1");
    String before = Build.fingerprintOf(unpacked);
    Files.writeString(unpacked.resolve("a"), "2");
    String after = Build.fingerprintOf(unpacked);
    assertNotEquals(before, after);
    Files.move(unpacked.resolve("a"), unpacked.resolve("b"));
    assertNotEquals(after, Build.fingerprintOf(unpacked));
  }

  private static String typed(Path unpacked) throws Exception {
    Process shell = new ProcessBuilder("sh", "-c", TrustPage.COMMAND).directory(unpacked.toFile()).start();
    String answer = new String(shell.getInputStream().readAllBytes());
    assertEquals(0, shell.waitFor());
    return answer.substring(0, 64);
  }
}
