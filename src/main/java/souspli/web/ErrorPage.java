package souspli.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The pages of {@link ErrorAnswer}: fixed bytes, in French and English, their own small style, no script. */
final class ErrorPage {
  private static final String STYLE =
      "body{margin:0;background:#fbfaf7;color:#1b1f24;font:1.2rem/1.5 system-ui,sans-serif}"
          + "main{max-width:34rem;margin:12vh auto;padding:0 1.25rem}h1{font-size:1.7rem;line-height:1.25}"
          + "hr{border:0;border-top:1px solid #d8d4c8;margin:2rem 0}a{color:#0b5351}"
          + "a:focus-visible{outline:3px solid #0b5351;outline-offset:3px}code{font-size:1rem}"
          + "@media(prefers-color-scheme:dark){body{background:#14181c;color:#ece9e2}a{color:#7fd1cc}"
          + "hr{border-color:#3a4148}}";

  static final String POLICY = Headers.NOTHING + "; style-src 'sha256-" + sha256(STYLE) + "'";

  static final String NOT_HERE =
      page(
          "Il n’y a rien ici",
          "Cette page n’existe pas. Pour voir un résultat, scannez le papier de la pharmacie.",
          "There is nothing here",
          "This page does not exist. To see a result, scan the paper from the pharmacy.");

  static final String REFUSED =
      page(
          "Demande refusée",
          "Nous ne pouvons pas accepter cette demande. Revenez à la page de départ et recommencez.",
          "Request refused",
          "We cannot accept this request. Go back to the start page and try again.");

  static final String DOWN =
      page(
          "Désolé, le service a un problème",
          "Réessayez plus tard.",
          "Sorry, there is a problem with the service",
          "Try again later.");

  private ErrorPage() {}

  static String fault(String reference) {
    return DOWN.replace("</main>", "<p><code>" + reference + "</code></p></main>");
  }

  private static String page(String titre, String phrase, String title, String sentence) {
    return "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>"
        + titre
        + " · "
        + title
        + "</title><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><style>"
        + STYLE
        + "</style></head><body><main><h1>"
        + titre
        + "</h1><p>"
        + phrase
        + "</p><hr><div lang=\"en\"><h2>"
        + title
        + "</h2><p>"
        + sentence
        + "</p></div><p><a href=\"/\">Retour · Back</a></p></main></body></html>";
  }

  private static String sha256(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
