package souspli.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import souspli.sheet.PdfFile.Reference;

/**
 * One element of a document's structure (ISO 32000-1, 14.7): what a screen reader walks. It holds other elements, or
 * one piece of marked content of its page.
 */
final class Tag {
  private final String type;
  private final String entries;
  private final List<Tag> parts = new ArrayList<>();
  private Optional<Integer> content = Optional.empty();

  Tag(String type, String entries) {
    this.type = type;
    this.entries = entries;
  }

  Tag with(Tag part) {
    parts.add(part);
    return part;
  }

  /** A part that is the marked content of that number on its page. */
  void holds(String partType, int number) {
    with(new Tag(partType, "")).content = Optional.of(number);
  }

  /**
   * Writes this element and all below it.
   *
   * @param owners gets the element of each piece of content, in the order of their numbers
   */
  Reference write(PdfFile file, Reference parent, Reference page, List<Reference> owners) {
    Reference own = file.reserve();
    StringBuilder kids = new StringBuilder();
    parts.forEach(part -> kids.append(part.write(file, own, page, owners)).append(' '));
    content.ifPresent(
        number -> {
          kids.append(number);
          owners.add(own);
        });
    file.fill(own, "<</Type/StructElem/S/" + type + "/P " + parent + "/Pg " + page + entries + "/K[" + kids + "]>>");
    return own;
  }
}
