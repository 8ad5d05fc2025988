package souspli.sheet;

import java.util.ArrayList;
import java.util.List;

/**
 * One page of A4 as it is filled from the top: each paragraph is marked with its number and has its {@link Tag}, all
 * else is an artifact, which nobody reads aloud.
 */
final class TaggedPage {
  static final double WIDTH = 595.28;
  static final double HEIGHT = 841.89;

  private static final double MARGIN = 62;
  private static final double RIGHT = WIDTH - MARGIN;

  /** In which one a piece of text stands: its name among the page's fonts, and the font itself. */
  record Face(String name, Typeface typeface) {}

  /** How a paragraph looks: face, size, how far from the margin, and an {@code rg} colour. */
  record Style(Face face, double size, double indent, String colour) {}

  private final StringBuilder content = new StringBuilder();
  private final double scale;
  private double y = HEIGHT - MARGIN;
  private int marks;

  /**
   * @param scale of letters and of what is between them: 1 is for reading at arm's length
   */
  TaggedPage(double scale) {
    this.scale = scale;
  }

  /** Leaves so much empty. */
  void space(double points) {
    y -= points * scale;
  }

  /** Whether all that was set is within the margins. */
  boolean fits() {
    return y >= MARGIN;
  }

  double y() {
    return y;
  }

  /** Goes back up: what follows stands beside what was there. */
  void backTo(double height) {
    y = height;
  }

  /** One paragraph, broken into lines between its words. */
  void paragraph(Tag parent, String type, Style style, String text) {
    parent.holds(type, marks);
    content.append("/%s <</MCID %d>> BDC\n%s rg\n".formatted(type, marks, style.colour()));
    marks++;
    double left = MARGIN + style.indent();
    double size = style.size() * scale;
    for (String line : lines(text, style.face().typeface(), size, RIGHT - left - style.indent() / 4)) {
      y -= size * 1.35;
      content
          .append("BT /" + style.face().name() + ' ' + number(size) + " Tf ")
          .append(number(left) + ' ' + number(y) + " Td " + style.face().typeface().hex(line) + " Tj ET\n");
    }
    content.append("EMC\n");
  }

  /** A frame around all from {@code top} down to here, with a flap: an opened letter. */
  void letter(double top, String accent, String line) {
    double height = top - y;
    String box = number(MARGIN) + ' ' + number(y) + ' ' + number(RIGHT - MARGIN) + ' ' + number(height) + " re S";
    String flap =
        "%s %s m %s %s l %s %s l h f"
            .formatted(
                number(MARGIN), number(top), number(RIGHT), number(top), number(WIDTH / 2), number(top - 26 * scale));
    artifact(line + " RG 0.8 w " + box + '\n' + accent + " rg " + flap);
  }

  /** A bar at the margin beside all from {@code top} down to here. */
  void bar(double top, String colour) {
    artifact(
        colour + " rg " + number(MARGIN) + ' ' + number(y - 4) + " 4 " + number(top - y) + " re f");
  }

  private void artifact(String drawing) {
    content.append("/Artifact BMC\n").append(drawing).append("\nEMC\n");
  }

  String content() {
    return content.toString();
  }

  private static List<String> lines(String text, Typeface typeface, double size, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : Typeface.composed(text).split(" ")) {
      if (!line.isEmpty() && typeface.width(line + word, size) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(word);
      while (typeface.width(line.toString(), size) > width) {
        int end = line.length() - 1;
        while (typeface.width(line.substring(0, end), size) > width) {
          end--;
        }
        lines.add(line.substring(0, end));
        line.delete(0, end);
      }
      line.append(' ');
    }
    lines.add(line.toString().strip());
    return lines;
  }

  private static String number(double value) {
    return Double.toString(Math.round(value * 100) / 100.0);
  }
}
