package souspli.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BrandTest {
  private final Brand ours = Brand.of("souspli");

  @Test
  void oursCanBeReadAndIsSmall() {
    assertEquals("Souspli", ours.name());
    assertTrue(ours.mark().length() < 500);
  }

  @Test
  void aBrandThatCannotBeReadIsRefused() {
    String pale = ours.colours().replaceFirst("--accent: #[0-9a-f]{6}", "--accent: #7fb3b0");
    String message = assertThrows(IllegalStateException.class, () -> new Brand("x", pale, ours.mark())).getMessage();
    assertTrue(message.contains("--accent"), message);
    String dark = ours.colours().replace("--ink: #ece9e2", "--ink: #555555");
    assertThrows(IllegalStateException.class, () -> new Brand("x", dark, ours.mark()));
    String missing = ours.colours().replace("--edge: #767b80;", "");
    assertThrows(IllegalStateException.class, () -> new Brand("x", missing, ours.mark()));
  }

  @Test
  void everyBrandThatWeBringCanBeWorn() throws IOException {
    try (Stream<Path> brands = Files.list(Path.of("webapp-themes", "brands")).filter(Files::isDirectory)) {
      Set<String> names =
          brands.map(folder -> Brand.of(folder.getFileName().toString()).name()).collect(Collectors.toSet());
      assertEquals(Set.of("Souspli", "Quintefeuille"), names);
    }
  }

  /** What only pages of staff have is mixed of the brand's colours; it is held to the same measure. */
  @Test
  void mixturesAreLookedAtToo() {
    String murky = ours.colours().replace("--ink: #ece9e2", "--ink: #b0aea8").replace("#7cc7c1", "#ffffff");
    String message = assertThrows(IllegalStateException.class, () -> new Brand("x", murky, ours.mark())).getMessage();
    assertTrue(message.contains("head of staff pages by night"), message);
  }

  @Test
  void aBrandThatFetchesIsRefused() {
    String mark = ours.mark();
    String colours = ours.colours();
    assertThrows(IllegalStateException.class, () -> new Brand("x", colours + "a{background:url(x)}", mark));
    assertThrows(IllegalStateException.class, () -> new Brand("x", "@import 'x';" + colours, mark));
    assertThrows(IllegalStateException.class, () -> new Brand("x", colours + "</style>", mark));
    String linked = mark.replace("<path", "<a href='x'/><path");
    assertThrows(IllegalStateException.class, () -> new Brand("x", colours, linked));
    assertThrows(IllegalStateException.class, () -> new Brand("x", colours, "<svg >" + "x".repeat(1024) + "</svg>"));
    assertThrows(IllegalStateException.class, () -> new Brand(" ", colours, mark));
  }
}
