package souspli.approvals;

/** On what grounds somebody decided, in their own words: one line of at most 200 characters. */
final class Reason {

  private static final int LONGEST = 200;

  private Reason() {}

  /** As it is stored; empty where nothing was said. */
  static String of(String typed) {
    String line = typed.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST));
  }
}
