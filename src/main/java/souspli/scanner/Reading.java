package souspli.scanner;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a scanner made of one of the two {@link TrialCodes}, judged point by point; the points are keys of this room's
 * texts. Understood at the counter does not mean as it should be: each point that is not has its advice.
 *
 * @param right the counter understands this scanner
 */
record Reading(boolean right, List<Point> points) {
  /** Milliseconds between two keys; more looks like a hand. As in {@code wedge.js}. */
  private static final int SLOWEST = 60;

  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:\\](?:d2|C1))?\\W?01%s10(.{%d})(.{0,4}?)17%s"
              .formatted(TrialCodes.GTIN, TrialCodes.LOT.length(), TrialCodes.EXPIRY));

  /**
   * One point.
   *
   * @param good as it should be; otherwise the text {@code KEY.advice} says what to set
   */
  record Point(String key, boolean good, String value) {}

  static Reading of(String typed, int pace, String suffix) {
    List<Point> points = new ArrayList<>();
    boolean unshifted = FrenchKeyboard.isUnshifted(typed.replaceAll("(?i)^SP", ""));
    boolean stub = FrenchKeyboard.digits(typed).equalsIgnoreCase(TrialCodes.STUB);
    Matcher label = LABEL.matcher(unshifted ? FrenchKeyboard.american(typed) : typed);
    boolean box = label.find();
    points.add(new Point(stub ? "code.stub" : box ? "code.box" : "code.strange", stub || box, ""));
    if (stub || box) {
      points.add(new Point(unshifted ? "digits.unshifted" : "digits.right", !unshifted, ""));
    }
    boolean letters = true;
    if (box) {
      letters = label.group(1).equals(TrialCodes.LOT);
      points.add(new Point(letters ? "letters.right" : "letters.wrong", letters, label.group(1)));
      points.add(separator(label.group(2)));
    }
    points.add(new Point(suffix.isEmpty() ? "suffix.none" : "suffix." + suffix, suffix.equals("Enter"), ""));
    boolean fast = pace <= SLOWEST;
    points.add(new Point(fast ? "pace.right" : "pace.slow", fast, Integer.toString(pace)));
    boolean whole = !box || !label.group(2).isEmpty() && !suffix.isEmpty();
    return new Reading((stub || box) && letters && whole && fast, List.copyOf(points));
  }

  private static Point separator(String mark) {
    return switch (mark) {
      case "" -> new Point("separator.lost", false, "");
      case "\u001d" -> new Point("separator.right", true, "");
      default -> new Point("separator.replaced", true, mark);
    };
  }
}
