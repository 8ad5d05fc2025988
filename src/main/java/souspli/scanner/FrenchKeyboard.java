package souspli.scanner;

/**
 * What a French keyboard (AZERTY) makes of keys that were meant otherwise: its row of digits wants the shift key, and a
 * scanner that takes the computer for an American one presses each key where that has it.
 */
public final class FrenchKeyboard {
  private static final String ROW = "à&é\"'(-è_ç";

  private static final String FRENCH = "&é\"'(-è_çà)azqwAZQW,?;.:/!§m M$£^¨%ù*µ1234567890°";
  private static final String AMERICAN = "1234567890-qwazQWAZmM,<.>/?; :]}[{\"'\\|!@#$%^&*()_";

  private FrenchKeyboard() {}

  /** Digits, also where the row was not shifted; everything else as it is. */
  public static String digits(String typed) {
    StringBuilder digits = new StringBuilder();
    typed.chars().forEach(c -> digits.append(ROW.indexOf(c) < 0 ? (char) c : (char) ('0' + ROW.indexOf(c))));
    return digits.toString();
  }

  /** What an American keyboard would have typed by the same keys. */
  static String american(String typed) {
    StringBuilder meant = new StringBuilder();
    typed.chars().forEach(c -> meant.append(FRENCH.indexOf(c) < 0 ? (char) c : AMERICAN.charAt(FRENCH.indexOf(c))));
    return meant.toString();
  }

  /** Whether the digits of this came as a French keyboard's row without the shift key. */
  static boolean isUnshifted(String typed) {
    return typed.chars().anyMatch(c -> ROW.indexOf(c) >= 0) && typed.chars().noneMatch(Character::isDigit);
  }
}
