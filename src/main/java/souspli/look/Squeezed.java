package souspli.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Pages without what only their authors need: comments, indentation, line ends. */
public final class Squeezed {
  /** What a comment around the padding takes. */
  private static final int COMMENT = "<!---->".length();

  /** How elements begin that may stand in a line of text. */
  private static final List<String> IN_A_LINE = List.of("a ", "b>", "input", "button", "select");

  private Squeezed() {}

  /** A file of {@code webapp-themes}. */
  static String file(String name) {
    try (InputStream file = Squeezed.class.getResourceAsStream("/webapp-themes/" + name)) {
      if (file == null) {
        throw new IllegalStateException("webapp-themes/" + name + " is missing");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read webapp-themes/" + name, e);
    }
  }

  static String style(String css) {
    return css.replaceAll("(?s)/\\*.*?\\*/", "")
        .replaceAll("\\s+", " ")
        .replaceAll(" ?([{};,>]) ?", "$1")
        .replaceAll(": ", ":")
        .replace(";}", "}")
        .strip();
  }

  /** Each statement ends with its semicolon; a comment has its own line. */
  static String script(String js) {
    return js.replaceAll("(?m)^\\s*//.*$", "")
        .replaceAll("\\s*\\n\\s*", "")
        .replaceAll(" ?([=+?:,{}()!&|<>]+) ?", "$1")
        .strip();
  }

  /**
   * Line ends mean a space at most, in every element that we write; between two of them nothing, unless they stand in
   * one line. In one pass: it is done for every answer.
   */
  public static String page(String html) {
    StringBuilder page = new StringBuilder(html.length());
    int end = html.length();
    for (int at = 0; at < end; ) {
      int next = at;
      boolean lineEnd = false;
      while (next < end && isSpace(html.charAt(next))) {
        lineEnd |= html.charAt(next++) == '\n';
      }
      if (!lineEnd) {
        page.append(html, at, next);
      } else if (!isBetweenElements(page, html, next)) {
        page.append('\n');
      }
      if (next < end) {
        page.append(html.charAt(next++));
      }
      at = next;
    }
    return page.toString().strip();
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }

  private static boolean isBetweenElements(StringBuilder before, String html, int after) {
    return !before.isEmpty()
        && before.charAt(before.length() - 1) == '>'
        && html.startsWith("<", after)
        && IN_A_LINE.stream().noneMatch(element -> html.startsWith(element, after + 1));
  }

  /**
   * The page in exactly so many bytes: a comment of dots at its end takes up the rest.
   *
   * @throws IllegalStateException when the page is longer than that; its length would tell what is in it
   */
  public static byte[] padded(String html, int length) {
    byte[] page = html.getBytes(StandardCharsets.UTF_8);
    int rest = length - page.length;
    if (rest < 0) {
      throw new IllegalStateException("an answer of " + page.length + " bytes, " + -rest + " too many");
    }
    byte[] padded = Arrays.copyOf(page, length);
    Arrays.fill(padded, page.length, length, (byte) (rest < COMMENT ? '\n' : '.'));
    if (rest >= COMMENT) {
      put("<!--", padded, page.length);
      put("-->", padded, length - 3);
    }
    return padded;
  }

  private static void put(String ascii, byte[] into, int at) {
    System.arraycopy(ascii.getBytes(StandardCharsets.US_ASCII), 0, into, at, ascii.length());
  }
}
