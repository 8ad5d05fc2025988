package souspli.look;

/**
 * The pages of {@link ErrorAnswer}: fixed bytes in the look of patients' pages, in French and English at once, no
 * script.
 */
final class ErrorPage {
  private final String before;

  ErrorPage(Look look, boolean specimen) {
    String banner =
        """
        <p class="demo">Démonstration\u00a0: ici, aucun vrai résultat. · \
        <span lang="en">Demonstration: no real results here.</span></p>""";
    this.before =
        """
        <!DOCTYPE html><html lang="fr" dir="ltr"><head><meta charset="utf-8">\
        <meta name="viewport" content="width=device-width,initial-scale=1"><title>TITLE – %1$s</title>\
        <link rel="icon" href="%2$s">%3$s</head><body><header>%4$s<p class="brand">%5$s%1$s</p></header><main>"""
            .formatted(
                look.getBrandName(), look.getIcon(), look.getStyle(), specimen ? banner : "", look.getMark());
  }

  String notHere() {
    return page(
        "Il n’y a rien ici",
        "Cette page n’existe pas. Pour voir un résultat, scannez le papier de la pharmacie.",
        "There is nothing here",
        "This page does not exist. To see a result, scan the paper from the pharmacy.");
  }

  String refused() {
    return page(
        "Demande refusée",
        "Nous ne pouvons pas accepter cette demande. Revenez à la page de départ et recommencez.",
        "Request refused",
        "We cannot accept this request. Go back to the start page and try again.");
  }

  String down() {
    return page(
        "Désolé, le service a un problème",
        "Réessayez plus tard.",
        "Sorry, there is a problem with the service",
        "Try again later.");
  }

  String fault(String reference) {
    return down().replace("</main>", "<p><code>" + reference + "</code></p></main>");
  }

  private String page(String titre, String phrase, String title, String sentence) {
    return before.replace("TITLE", titre + " · " + title)
        + """
        <h1>%s</h1><p>%s</p><div lang="en"><h2>%s</h2><p>%s</p></div>\
        <p><a href="/">Retour · <span lang="en">Back</span></a></p></main></body></html>"""
            .formatted(titre, phrase, title, sentence);
  }
}
