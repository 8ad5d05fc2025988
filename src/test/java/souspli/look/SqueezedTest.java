package souspli.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqueezedTest {
  @Test
  void everyPageHasTheSameLength() {
    for (String page : new String[] {"", "é", "x".repeat(90), "x".repeat(94), "x".repeat(99), "x".repeat(100)}) {
      byte[] padded = Squeezed.padded(page, 100);
      String text = new String(padded, StandardCharsets.UTF_8);
      assertEquals(100, padded.length);
      assertTrue(text.startsWith(page));
      assertTrue(text.substring(page.length()).strip().matches("(<!--\\.*-->)?"), text);
    }
  }

  @Test
  void aPageThatWouldTellByItsLengthIsNotSent() {
    assertThrows(IllegalStateException.class, () -> Squeezed.padded("é".repeat(51), 100));
  }

  /** One pass does what these two expressions say. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void squeezesAPageAsTheExpressionsDo(long seed) {
    List<String> parts =
        List.of("<p>", "</p>", "<a x>", "<b>", "</b>", "<input>", "<select>", "x", " ", "\t", "\n", "\r\n");
    Random random = new Random(seed);
    for (int page = 0; page < 2_000; page++) {
      String html =
          random.ints(random.nextInt(30), 0, parts.size()).mapToObj(parts::get).collect(Collectors.joining());
      String lines = html.replaceAll("\\s*\\n\\s*", "\n");
      assertEquals(
          lines.replaceAll(">\\n<(?!a |b>|input|button|select)", "><").strip(), Squeezed.page(html), html);
    }
  }

  @Test
  void leavesNothingForAuthorsOnly() {
    assertEquals(
        "a{b:c}@media (d:e){f>g{h:i j}}",
        Squeezed.style("/* x */ a {\n  b: c;\n}\n@media (d: e) { f > g { h: i  j; } }"));
    assertEquals(
        "(function(a){if(!a){return;}})(1);",
        Squeezed.script("// x\n(function (a) {\n  if (!a) {\n    return;\n  }\n})(1);\n"));
    assertEquals("<p>a\n<b>c</b></p><p>d</p>", Squeezed.page("<p>a\n  <b>c</b>\n</p>\n\n<p>d</p>\n"));
  }
}
