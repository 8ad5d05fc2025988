package souspli.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where in a line the columns stand that we need, found by their names in the header, wherever they are and whatever
 * else there is. Cells are parted by pipes; a cell may be quoted, and a quote that parts nothing is itself.
 */
final class Columns {
  /** What the extraction calls them. */
  enum Name {
    TYPE("Type d'identifiant PP"),
    RPPS("Identifiant PP"),
    FAMILY_NAME("Nom d'exercice"),
    GIVEN_NAME("Prénom d'exercice"),
    PROFESSION("Code profession"),
    /** The place itself. That of the legal person beside it may own many places, so it says nothing of one. */
    FINESS("Numéro FINESS site");

    private final String header;

    Name(String header) {
      this.header = header;
    }
  }

  private static final int NOT_NEEDED = -1;

  private final int[] needs;
  private final String[] cells = new String[Name.values().length];

  private Columns(int[] needs) {
    this.needs = needs;
  }

  /**
   * @throws UnfitExtraction naming every column that is missing or there twice
   */
  static Columns of(String header) {
    List<String> names = new ArrayList<>(Arrays.asList(header.replace('’', '\'').split("\\|", -1)));
    names.replaceAll(name -> name.strip().replaceAll("^\"|\"$", ""));
    if (names.getLast().isEmpty()) { // each line, and so the header too, may end with a pipe
      names.removeLast();
    }
    int[] needs = new int[names.size()];
    Arrays.fill(needs, NOT_NEEDED);
    List<String> faults = new ArrayList<>();
    for (Name name : Name.values()) {
      int first = names.indexOf(name.header);
      if (first < 0) {
        faults.add("no column \"" + name.header + '"');
      } else if (first != names.lastIndexOf(name.header)) {
        faults.add("two columns \"" + name.header + '"');
      } else {
        needs[first] = name.ordinal();
      }
    }
    if (!faults.isEmpty()) {
      throw new UnfitExtraction("the header has " + String.join(", ", faults));
    }
    return new Columns(needs);
  }

  /** Cuts one line; what is wrong with it, if anything is. */
  Optional<String> cut(String line) {
    int column = 0;
    int from = 0;
    int to = end(line, from);
    while (to < line.length()) {
      take(column++, line, from, to);
      from = to + 1;
      to = end(line, from);
    }
    if (from < to || column < needs.length) { // else it ended with a pipe
      take(column++, line, from, to);
    }
    return column == needs.length
        ? Optional.empty()
        : Optional.of(column + " columns instead of " + needs.length);
  }

  /** Of the line that was cut last. */
  String cell(Name name) {
    return cells[name.ordinal()];
  }

  private void take(int column, String line, int from, int to) {
    if (column >= needs.length || needs[column] == NOT_NEEDED) {
      return;
    }
    boolean quoted = to - from >= 2 && line.charAt(from) == '"' && closing(line, from + 1) == to - 1;
    String cell = quoted ? line.substring(from + 1, to - 1).replace("\"\"", "\"") : line.substring(from, to);
    cells[needs[column]] = cell.strip();
  }

  private static int end(String line, int from) {
    int closing = line.startsWith("\"", from) ? closing(line, from + 1) : -1;
    int pipe = closing < 0 ? line.indexOf('|', from) : closing + 1;
    return pipe < 0 ? line.length() : pipe;
  }

  /** The quote that ends a cell; none if the first quote in it that is not doubled is followed by something else. */
  private static int closing(String line, int from) {
    int quote = line.indexOf('"', from);
    while (quote >= 0 && line.startsWith("\"\"", quote)) {
      quote = line.indexOf('"', quote + 2);
    }
    boolean ends = quote + 1 == line.length() || line.startsWith("|", quote + 1);
    return quote >= 0 && ends ? quote : -1;
  }
}
