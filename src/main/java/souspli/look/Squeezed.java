package souspli.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Pages without what only their authors need: comments, indentation, line ends. */
public final class Squeezed {
  /** What a comment around the padding takes. */
  private static final int COMMENT = "<!---->".length();

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

  /** Line ends mean a space at most, in every element that we write. */
  public static String page(String html) {
    return html.replaceAll("\\s*\\n\\s*", "\n").replaceAll(">\\n<(?!a |b>|input|button|select)", "><").strip();
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
