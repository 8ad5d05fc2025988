package souspli.sheet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a sheet says in one language, from top to bottom. Never printed by anything but the sheet.
 *
 * @param banner where nothing is real, that it is not
 * @param correction what was corrected, and when
 * @param findings the largest words
 * @param closing what the sheet is worth, one paragraph each
 */
public record Words(
    Locale language,
    Optional<String> banner,
    String title,
    Optional<String> correction,
    List<Line> findings,
    String meaning,
    String factsTitle,
    List<Line> facts,
    List<String> closing) {
  public Words {
    findings = List.copyOf(findings);
    facts = List.copyOf(facts);
    closing = List.copyOf(closing);
  }

  /** A result and what else it is called, or a fact's name and its value. */
  public record Line(String first, String second) {
    @Override
    public String toString() {
      return "Line[hidden]";
    }
  }

  @Override
  public String toString() {
    return "Words[hidden]";
  }
}
