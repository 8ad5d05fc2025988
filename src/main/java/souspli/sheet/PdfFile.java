package souspli.sheet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;

/**
 * The objects of one PDF (ISO 32000-1, 7.5), and the file they make, in exactly as many bytes as are asked for: lines
 * of comment before the cross-reference table take up the rest, since nothing may follow the end (ISO 19005-2, 6.1.3).
 */
final class PdfFile {
  private static final int COMMENT_LINE = 100;

  /** An object's number. */
  record Reference(int number) {
    @Override
    public String toString() {
      return number + " 0 R";
    }
  }

  private final List<byte[]> objects = new ArrayList<>();

  /** The number of an object that is still to be filled. */
  Reference reserve() {
    objects.add(new byte[0]);
    return new Reference(objects.size());
  }

  void fill(Reference reserved, String object) {
    objects.set(reserved.number() - 1, latin1(object));
  }

  Reference add(String object) {
    Reference reference = reserve();
    fill(reference, object);
    return reference;
  }

  /** A stream as it is. */
  Reference stream(String entries, byte[] bytes) {
    ByteArrayOutputStream object = new ByteArrayOutputStream(bytes.length + 200);
    object.writeBytes(latin1("<<" + entries + "/Length " + bytes.length + ">>\nstream\n"));
    object.writeBytes(bytes);
    object.writeBytes(latin1("\nendstream"));
    objects.add(object.toByteArray());
    return new Reference(objects.size());
  }

  /** A stream that {@link #packed} has made. */
  Reference packedStream(String entries, byte[] packed) {
    return stream(entries + "/Filter/FlateDecode", packed);
  }

  static byte[] packed(byte[] plain) {
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2);
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
      return packed.toByteArray();
    }
  }

  /**
   * The file.
   *
   * @param id of this one document, 16 bytes
   * @throws IllegalStateException when it does not fit: its length would tell what is in it
   */
  byte[] bytes(Reference root, byte[] id, int length) {
    ByteArrayOutputStream file = new ByteArrayOutputStream(length);
    file.writeBytes(latin1("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"));
    StringBuilder table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
    for (int number = 1; number <= objects.size(); number++) {
      table.append(tenDigits(file.size()) + " 00000 n \n");
      file.writeBytes(latin1(number + " 0 obj\n"));
      file.writeBytes(objects.get(number - 1));
      file.writeBytes(latin1("\nendobj\n"));
    }
    String hex = HexFormat.of().formatHex(id);
    String trailer =
        table + "trailer\n<</Size " + (objects.size() + 1) + "/Root " + root + "/ID[<" + hex + "><" + hex + ">]>>\n";
    int start = length - latin1(trailer + end(length)).length;
    if (start < file.size()) {
      throw new IllegalStateException("a sheet of " + (file.size() - start) + " bytes too many");
    }
    pad(file, start);
    file.writeBytes(latin1(trailer + end(start)));
    return file.toByteArray();
  }

  /** As many digits for every start: zeros before a number are allowed. */
  private static String end(int start) {
    return "startxref\n" + tenDigits(start) + "\n%%EOF\n";
  }

  private static String tenDigits(int number) {
    return String.format(Locale.ROOT, "%010d", number);
  }

  private static void pad(ByteArrayOutputStream file, int until) {
    for (int rest = until - file.size(); rest > 0; rest = until - file.size()) {
      int line = Math.min(rest, COMMENT_LINE);
      file.writeBytes(latin1(line == 1 ? "\n" : '%' + ".".repeat(line - 2) + '\n'));
    }
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
