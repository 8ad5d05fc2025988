package souspli.signin;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which passwords are refused when they are chosen (NIST SP 800-63B, 3.1.1.2): too short, too long, and those that
 * somebody would try first. No demand for digits or signs: they make passwords worse.
 *
 * <p>A password is taken apart: common words, keyboard rows, runs like {@code 1234} and repetitions, and whatever the
 * account's own name, address and pharmacy give away are dropped. Fewer than {@value #OWN} characters of its own left:
 * refused.
 */
final class PasswordRule {

  /** In characters (code points) of the NFKC form. */
  static final int SHORTEST = 15;

  static final int LONGEST = 128;
  static final int OWN = 6;

  /** Why one is refused; each has a text of the same name. */
  enum Fault {
    TOO_SHORT,
    TOO_LONG,
    COMMON,
    ABOUT_YOU
  }

  private static final List<String> COMMON =
      List.of(
          "motdepasse", "password", "passwort", "azerty", "qwerty", "qwertz", "azertyuiop", "qwertyuiop", "admin",
          "administrateur", "administrator", "administration", "bonjour", "bonsoir", "soleil", "doudou", "loulou",
          "chouchou", "coucou", "nounours", "princesse", "princess", "jetaime", "iloveyou", "amour", "love",
          "welcome", "bienvenue", "letmein", "changeme", "changezmoi", "secret", "dragon", "monkey", "football",
          "baseball", "sunshine", "superman", "batman", "starwars", "trustno", "whatever", "computer", "ordinateur",
          "internet", "marseille", "paris", "lyon", "france", "nicolas", "thomas", "camille", "julien", "alexandre",
          "pharmacie", "pharmacien", "pharmacienne", "pharmacy", "pharmacist", "officine", "souspli", "covid",
          "grippe", "virus", "test", "tests", "resultat", "resultats", "result", "results", "sante", "health",
          "doctor", "docteur", "medecin", "staff", "login", "compte", "account", "user", "utilisateur", "demo",
          "correct", "horse", "battery", "staple", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
          "dimanche", "janvier", "fevrier", "mars", "avril", "juin", "juillet", "aout", "septembre", "octobre",
          "novembre", "decembre", "printemps", "automne", "hiver", "spring", "summer", "autumn", "winter", "monday",
          "sunday", "january", "december");

  private static final List<String> ROWS =
      List.of(
          "abcdefghijklmnopqrstuvwxyz", "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertyuiop", "asdfghjkl", "zxcvbnm",
          "qwertzuiop", "yxcvbnm", "01234567890", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "1a2z3e4r5t6y7u8i9o0p");

  private PasswordRule() {}

  /** {@code about} is what is known of the person: name, address, pharmacy. */
  static Optional<Fault> fault(String password, List<String> about) {
    String whole = Normalizer.normalize(password, Normalizer.Form.NFKC);
    int length = whole.codePointCount(0, whole.length());
    if (length < SHORTEST) {
      return Optional.of(Fault.TOO_SHORT);
    }
    if (length > LONGEST) {
      return Optional.of(Fault.TOO_LONG);
    }
    String plain = plain(whole);
    if (own(withoutPatterns(without(plain, COMMON))) < OWN) {
      return Optional.of(Fault.COMMON);
    }
    List<String> words = new ArrayList<>(COMMON);
    for (String text : about) {
      String line = plain(text);
      words.add(line.replaceAll("[^a-z0-9]", ""));
      words.addAll(List.of(line.split("[^a-z0-9]+")));
    }
    words.removeIf(word -> word.length() < 3);
    return own(withoutPatterns(without(plain, words))) < OWN ? Optional.of(Fault.ABOUT_YOU) : Optional.empty();
  }

  /** Lower case without accents. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
  }

  private static String without(String text, List<String> words) {
    String rest = text;
    String unmasked = unmask(text);
    List<String> longestFirst =
        words.stream().map(PasswordRule::unmask).sorted(Comparator.comparing(String::length).reversed()).toList();
    for (String word : longestFirst) {
      for (int at = unmasked.indexOf(word); at >= 0; at = unmasked.indexOf(word)) {
        unmasked = unmasked.substring(0, at) + " " + unmasked.substring(at + word.length());
        rest = rest.substring(0, at) + " " + rest.substring(at + word.length());
      }
    }
    return rest;
  }

  /** The usual disguises: same length, so that places stay the same. */
  private static String unmask(String text) {
    return text.replace('0', 'o').replace('1', 'i').replace('3', 'e').replace('4', 'a').replace('5', 's')
        .replace('@', 'a').replace('$', 's');
  }

  /** Drops what continues a row of the keyboard, a run or the two characters before. */
  private static String withoutPatterns(String text) {
    StringBuilder rest = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (!continues(text, i)) {
        rest.append(text.charAt(i));
      }
    }
    return rest.toString();
  }

  private static boolean continues(String text, int i) {
    char here = text.charAt(i);
    if (i > 0 && here == text.charAt(i - 1)) {
      return true;
    }
    if (i > 0 && ROWS.stream().anyMatch(row -> beside(row, text.charAt(i - 1), here))) {
      return true;
    }
    // a piece of three or more that stood there before
    return i >= 2 && text.substring(0, i).contains(text.substring(i - 2, i + 1));
  }

  private static boolean beside(String row, char before, char here) {
    int at = row.indexOf(before);
    int to = row.indexOf(here);
    return at >= 0 && to >= 0 && Math.abs(at - to) == 1;
  }

  private static int own(String rest) {
    return (int) rest.codePoints().filter(c -> !Character.isWhitespace(c)).distinct().count();
  }
}
