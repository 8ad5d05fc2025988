package souspli.attacks;

import java.util.regex.Pattern;

/** How an outsider tells the patient's pages apart. */
final class Pages {
  private static final Pattern ECHO = Pattern.compile("( (?:value|nonce)=\")[^\"]*(\")");
  private static final Pattern PADDING = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

  private Pages() {}

  /** Whether the page tells an outcome; French words, as phones of the tests ask for French. */
  static boolean showsAResult(String page) {
    return page.contains("trouvé.") || page.contains("trouvée.") || page.contains("Le test n’a pas marché");
  }

  /** The page without what was typed or is new each time, and without the padding that makes up for it. */
  static String withoutEcho(String page) {
    return PADDING.matcher(ECHO.matcher(page).replaceAll("$1$2")).replaceAll("");
  }
}
