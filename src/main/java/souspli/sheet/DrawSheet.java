package souspli.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import souspli.look.Look;
import souspli.sheet.PdfFile.Reference;
import souspli.sheet.TaggedPage.Face;
import souspli.sheet.TaggedPage.Style;

/**
 * Draws a sheet: one page for each language, as PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1), so that it can be
 * kept, read aloud and printed anywhere. Every sheet has the same length, whatever is on it.
 */
@ApplicationScoped
public class DrawSheet {
  /** Bytes of every sheet; the fonts take most of them. */
  public static final int LENGTH = 73_728;

  private static final String INK = "0.106 0.122 0.141";
  private static final String QUIET = "0.29 0.32 0.36";

  private static final double[] SCALES = {1, 0.9, 0.8, 0.7, 0.6};

  private SecureRandom random;
  private String brand;
  private String accent;

  protected DrawSheet() {}

  @Inject
  public DrawSheet(Look look, SecureRandom random) {
    this.random = random;
    this.brand = look.getBrandName();
    int rgb = look.accent();
    this.accent = share(rgb >> 16) + ' ' + share(rgb >> 8 & 255) + ' ' + share(rgb & 255);
  }

  private static String share(int channel) {
    return Double.toString(Math.round(channel / 0.255) / 1000.0);
  }

  /** The fonts, packed when the first sheet is drawn and never again. */
  private static final class Fonts {
    static final Fonts OURS = new Fonts();

    final PackedFont regular = new PackedFont(new Typeface("NotoSans-Regular"));
    final PackedFont bold = new PackedFont(new Typeface("NotoSans-Bold"));
    final byte[] colours = PdfFile.packed(Typeface.Resource.bytes("srgb.icc"));
  }

  /** The sheet in the given languages, the first of which is the document's own. */
  public byte[] draw(List<Words> languages) {
    PdfFile file = new PdfFile();
    Reference catalog = file.reserve();
    Reference pages = file.reserve();
    Reference structure = file.reserve();
    Reference document = file.reserve();
    String fonts =
        "<</R " + Fonts.OURS.regular.write(file) + "/B " + Fonts.OURS.bold.write(file) + ">>";
    List<Reference> drawn = new ArrayList<>();
    List<Reference> sections = new ArrayList<>();
    StringBuilder owners = new StringBuilder();
    for (Words words : languages) {
      Reference page = file.reserve();
      double scale = fitting(words);
      TaggedPage tagged = new TaggedPage(scale);
      Tag section = fill(tagged, words);
      byte[] content = PdfFile.packed(tagged.content().getBytes(StandardCharsets.ISO_8859_1));
      file.fill(
          page,
          "<</Type/Page/Parent " + pages + "/MediaBox[0 0 " + TaggedPage.WIDTH + ' ' + TaggedPage.HEIGHT + ']'
              + "/Resources<</Font" + fonts + ">>/Tabs/S/StructParents " + drawn.size()
              + "/Contents " + file.packedStream("", content) + ">>");
      List<Reference> owned = new ArrayList<>();
      sections.add(section.write(file, document, page, owned));
      owners.append(drawn.size()).append(list(owned));
      drawn.add(page);
    }
    file.fill(pages, "<</Type/Pages/Count " + drawn.size() + "/Kids" + list(drawn) + ">>");
    file.fill(document, "<</Type/StructElem/S/Document/P " + structure + "/K" + list(sections) + ">>");
    file.fill(
        structure,
        "<</Type/StructTreeRoot/K[" + document + "]/ParentTree<</Nums[" + owners + "]>>"
            + "/ParentTreeNextKey " + drawn.size() + ">>");
    Locale own = languages.getFirst().language();
    Reference colours = file.packedStream("/N 3", Fonts.OURS.colours);
    file.fill(
        catalog,
        "<</Type/Catalog/Pages " + pages + "/Lang(" + own.getLanguage() + ")/MarkInfo<</Marked true>>"
            + "/StructTreeRoot " + structure + "/ViewerPreferences<</DisplayDocTitle true>>/Metadata "
            + file.stream("/Type/Metadata/Subtype/XML", Metadata.of(brand, own)) + "/OutputIntents[<</Type/OutputIntent"
            + "/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile " + colours + ">>]>>");
    byte[] id = new byte[16];
    random.nextBytes(id);
    return file.bytes(catalog, id, LENGTH);
  }

  /** Words are as large as they can be on one page; those of the longest fields are smaller. */
  private double fitting(Words words) {
    for (double scale : SCALES) {
      TaggedPage tagged = new TaggedPage(scale);
      fill(tagged, words);
      if (tagged.fits()) {
        return scale;
      }
    }
    throw new IllegalStateException("a sheet longer than its page");
  }

  private Tag fill(TaggedPage page, Words words) {
    Face regular = new Face("R", Fonts.OURS.regular.typeface());
    Face bold = new Face("B", Fonts.OURS.bold.typeface());
    Tag section = new Tag("Sect", "/Lang(" + words.language().getLanguage() + ')');
    words.banner().ifPresent(banner -> page.paragraph(section, "P", new Style(regular, 12, 0, QUIET), banner));
    page.paragraph(section, "P", new Style(bold, 13, 0, accent), brand);
    page.space(14);
    double top = page.y();
    words.correction().ifPresent(correction -> {
      page.paragraph(section, "P", new Style(bold, 13, 14, INK), correction);
      page.bar(top, accent);
      page.space(18);
    });
    double letter = page.y();
    page.space(34);
    page.paragraph(section, "H1", new Style(bold, 15, 20, INK), words.title());
    for (Words.Line finding : words.findings()) {
      page.space(10);
      page.paragraph(section, "P", new Style(bold, 21, 20, INK), finding.first());
      if (!finding.second().isEmpty()) {
        page.paragraph(section, "P", new Style(regular, 12, 20, INK), finding.second());
      }
    }
    page.space(10);
    page.paragraph(section, "P", new Style(regular, 12, 20, INK), words.meaning());
    page.space(18);
    page.letter(letter, accent, QUIET);
    page.space(12);
    page.paragraph(section, "H2", new Style(bold, 15, 0, INK), words.factsTitle());
    page.space(4);
    Tag facts = section.with(new Tag("L", ""));
    for (Words.Line fact : words.facts()) {
      fact(page, facts.with(new Tag("LI", "")), fact, regular);
    }
    page.space(8);
    for (String sentence : words.closing()) {
      page.space(6);
      page.paragraph(section, "P", new Style(regular, 12, 0, INK), sentence);
    }
    return section;
  }

  /** Name and value beside each other; the taller of the two decides where the next begins. */
  private static void fact(TaggedPage page, Tag item, Words.Line fact, Face face) {
    double top = page.y();
    page.paragraph(item, "Lbl", new Style(face, 12, 0, QUIET), fact.first());
    double under = page.y();
    page.backTo(top);
    page.paragraph(item, "LBody", new Style(face, 12, 150, INK), fact.second());
    page.backTo(Math.min(under, page.y()) - 2);
  }

  private static String list(List<Reference> references) {
    return references.stream().map(Reference::toString).collect(Collectors.joining(" ", "[", "]"));
  }
}
