package souspli.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One of our two fonts, read once (OpenType, tables {@code head}, {@code hhea}, {@code OS/2}, {@code hmtx}, {@code
 * cmap} format 4): which glyph stands for a letter, and how wide it is. The whole file goes into every document, so its
 * length there never depends on the words.
 */
final class Typeface {
  /** What stands for a letter that the font does not have; a document without its letter would not be one. */
  private static final int UNKNOWN = '?';

  private final String name;
  private final byte[] file;
  private final int unitsPerEm;
  private final int[] widths;
  private final Map<Integer, Integer> glyphs = new HashMap<>();

  /**
   * @param name of the file beside this class, and of the font
   */
  Typeface(String name) {
    this.name = name;
    this.file = Resource.bytes(name + ".ttf");
    this.unitsPerEm = uint16(table("head") + 18);
    this.widths = widths();
    readGlyphs();
  }

  String name() {
    return name;
  }

  byte[] file() {
    return file;
  }

  /** In points, at a size in points. */
  double width(String text, double size) {
    return text.codePoints().map(point -> widths[glyph(point)]).sum() * size / unitsPerEm;
  }

  /** The text as a document has it: the numbers of its glyphs, in hexadecimal. */
  String hex(String text) {
    StringBuilder hex = new StringBuilder("<");
    text.codePoints().forEach(point -> hex.append(hex4(glyph(point))));
    return hex.append('>').toString();
  }

  /** Letters in one piece, as the font has them. */
  static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private int glyph(int point) {
    return glyphs.getOrDefault(point, glyphs.get(UNKNOWN));
  }

  /** Value of {@code W}: every width, in thousandths. */
  String allWidths() {
    StringBuilder all = new StringBuilder("[0[");
    for (int width : widths) {
      all.append(Math.round(width * 1000.0 / unitsPerEm)).append(' ');
    }
    return all.append("]]").toString();
  }

  /** Entries of a font descriptor that are measures. */
  String measures() {
    return "/FontBBox["
        + IntStream.of(36, 38, 40, 42).mapToObj(at -> thousandths("head", at)).collect(Collectors.joining(" ", "", "]"))
        + "/Ascent " + thousandths("hhea", 4)
        + "/Descent " + thousandths("hhea", 6)
        + "/CapHeight " + thousandths("OS/2", 88);
  }

  /** Which letter each glyph is (a ToUnicode CMap), so that the text can be searched, copied and read aloud. */
  String toUnicode() {
    Map<Integer, Integer> letters = new TreeMap<>();
    glyphs.forEach((point, glyph) -> letters.merge(glyph, point, Math::min));
    StringBuilder map =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
    letters.forEach(
        (glyph, point) -> map.append("1 beginbfchar\n<" + hex4(glyph) + "> <" + hex4(point) + ">\nendbfchar\n"));
    return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").toString();
  }

  private String thousandths(String table, int at) {
    return Long.toString(Math.round((short) uint16(table(table) + at) * 1000.0 / unitsPerEm));
  }

  private static String hex4(int number) {
    return HexFormat.of().withUpperCase().toHexDigits((char) number);
  }

  private int[] widths() {
    int[] all = new int[uint16(table("maxp") + 4)];
    int last = uint16(table("hhea") + 34) - 1;
    int metrics = table("hmtx");
    for (int glyph = 0; glyph < all.length; glyph++) {
      all[glyph] = uint16(metrics + 4 * Math.min(glyph, last));
    }
    return all;
  }

  private void readGlyphs() {
    int map = table("cmap");
    int format = map + ByteBuffer.wrap(file).getInt(map + 8);
    int segments = uint16(format + 6) / 2;
    for (int segment = 0; segment < segments; segment++) {
      int end = uint16(format + 14 + 2 * segment);
      int start = uint16(format + 16 + 2 * (segments + segment));
      int delta = uint16(format + 16 + 2 * (2 * segments + segment));
      int offsetAt = format + 16 + 2 * (3 * segments + segment);
      int offset = uint16(offsetAt);
      for (int point = start; point <= end && point != 0xFFFF; point++) {
        int glyph = offset == 0 ? point : uint16(offsetAt + offset + 2 * (point - start));
        glyphs.put(point, glyph + delta & 0xFFFF);
      }
    }
  }

  private int table(String wanted) {
    for (int entry = 0; entry < uint16(4); entry++) {
      int at = 12 + 16 * entry;
      if (new String(file, at, 4, StandardCharsets.US_ASCII).equals(wanted)) {
        return ByteBuffer.wrap(file).getInt(at + 8);
      }
    }
    throw new IllegalStateException(name + " has no table " + wanted);
  }

  private int uint16(int at) {
    return ByteBuffer.wrap(file).getShort(at) & 0xFFFF;
  }

  /** A file beside this class. */
  static final class Resource {
    private Resource() {}

    static byte[] bytes(String name) {
      try (InputStream file = Typeface.class.getResourceAsStream(name)) {
        if (file == null) {
          throw new IllegalStateException("no file " + name + " in room sheet");
        }
        return file.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + name, e);
      }
    }
  }
}
