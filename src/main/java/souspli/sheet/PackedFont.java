package souspli.sheet;

import java.nio.charset.StandardCharsets;
import souspli.sheet.PdfFile.Reference;

/** A font as every document has it: the whole file, its widths, and which letter each glyph is. Packed once. */
final class PackedFont {
  private final Typeface typeface;
  private final byte[] file;
  private final byte[] letters;
  private final String widths;

  PackedFont(Typeface typeface) {
    this.typeface = typeface;
    this.file = PdfFile.packed(typeface.file());
    this.letters = PdfFile.packed(typeface.toUnicode().getBytes(StandardCharsets.US_ASCII));
    this.widths = typeface.allWidths();
  }

  Typeface typeface() {
    return typeface;
  }

  /** As a Type 0 font with the glyphs' own numbers (ISO 32000-1, 9.7). */
  Reference write(PdfFile pdf) {
    String name = "/" + typeface.name();
    Reference program = pdf.packedStream("/Length1 " + typeface.file().length, file);
    Reference descriptor =
        pdf.add(
            "<</Type/FontDescriptor/FontName" + name + "/Flags 4/ItalicAngle 0/StemV 80" + typeface.measures()
                + "/FontFile2 " + program + ">>");
    Reference glyphs =
        pdf.add(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont" + name + "/CIDToGIDMap/Identity/CIDSystemInfo"
                + "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor " + descriptor
                + "/W" + widths + ">>");
    return pdf.add(
        "<</Type/Font/Subtype/Type0/BaseFont" + name + "/Encoding/Identity-H/DescendantFonts[" + glyphs + "]/ToUnicode "
            + pdf.packedStream("", letters) + ">>");
  }
}
