package souspli.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import souspli.fixtures.ASealedLink;
import souspli.fixtures.Phone;
import souspli.fixtures.Portal;
import souspli.keys.KeyDirectory;

/** What is said on each page, word for word; and which ways of writing a date are understood on the way to it. */
class PatientWordsJourney {
  private static final Portal PORTAL = Portal.shared();
  private static final String CROWDED =
      "2001:db8:%x:9::7".formatted(ThreadLocalRandom.current().nextInt(1, 0xFFFF));

  private static List<EveryAnswer> answers;

  @BeforeAll
  static void makeLinks() throws Exception {
    try (Connection owner = PORTAL.owner()) {
      answers =
          EveryAnswer.in(
              new ASealedLink(owner, KeyDirectory.open(PORTAL.demo().keyDirectory(), new SecureRandom())));
    }
  }

  private static EveryAnswer answer(String name) {
    return answers.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  /** A page, its language and what stands on it in this order; {@code all} stands on each. */
  private static final String WORDS =
      """
      # all fr
      Besoin d’aide ?
      Appelez la pharmacie. Son téléphone est sur votre papier. Donnez le numéro du papier. Ne donnez jamais le code.
      Nous ne demandons jamais d’e-mail, de paiement ou de mot de passe.
      # all en
      Need help?
      Call the pharmacy. Its number is on your paper. Give the paper number. Never give the code.
      We never ask for an email, a payment or a password.
      # question fr
      Quelle est la date de naissance de la personne testée ?
      Par exemple : 27 3 1952
      Voir le résultat
      # question en
      What is the tested person’s date of birth?
      For example: 27 3 1952
      See the result
      # wrongDetails fr
      Nous ne pouvons pas afficher de résultat avec ces informations.
      Cela peut venir :
      d’une erreur dans la date de naissance ou dans le code ;
      d’un papier trop ancien (regardez la date limite) ;
      d’un papier annulé ou remplacé ;
      de trop d’essais : le code se ferme après plusieurs essais faux.
      Sinon, appelez la pharmacie.
      # wrongDetails en
      We cannot show a result with these details.
      The cause may be:
      a mistake in the date of birth or the code;
      a paper that is too old (look at the last date);
      a cancelled or replaced paper;
      too many tries: the code closes after several wrong ones.
      If it still does not work, call the pharmacy.
      # badForm fr
      L’année doit avoir 4 chiffres
      Ce code contient une erreur. Comparez-le avec votre papier
      # badForm en
      Year must have 4 digits
      This code has a mistake. Compare it with your paper
      # noSuchDate fr
      Cette date n’existe pas
      # noSuchDate en
      This date does not exist
      # inFuture fr
      Cette date est dans le futur
      # inFuture en
      This date is in the future
      # notReadyYet fr
      Le résultat n’est pas encore prêt.
      Revenez à l’heure écrite sur votre papier.
      Vérifier à nouveau
      # notReadyYet en
      The result is not ready yet.
      Come back at the time printed on your paper.
      Check again
      # flu fr
      Grippe A : virus trouvé.
      On dit aussi « positif ».
      Grippe B : virus non trouvé.
      Appelez le 15 ou le 112 si vous avez du mal à respirer.
      Ce test rapide aide à s’orienter. Il ne remplace pas un examen de laboratoire.
      # flu en
      Flu A: virus found.
      Also called "positive".
      Flu B: virus not found.
      Call 15 or 112 if it is hard to breathe.
      # notFound fr
      Covid-19 : virus non trouvé.
      On dit aussi « négatif ».
      Le test ne peut pas tout voir.
      # notFound en
      Covid-19: virus not found.
      Also called "negative".
      The test can miss an infection.
      # invalid fr
      Le test n’a pas marché.
      Ni positif ni négatif.
      Retournez à la pharmacie.
      # invalid en
      The test did not work.
      Not positive or negative.
      Go back to the pharmacy.
      # largest fr
      Résultat corrigé le 30 septembre 2026 à 19 h 58.
      Il remplace l’ancien (Covid-19 : virus non trouvé,
      # largest en
      Result corrected on 30 September 2026 at 19:58.
      It replaces the old one (Covid-19: virus not found,
      # withdrawnByPharmacy fr
      La pharmacie a retiré ce résultat.
      Ne tenez pas compte d’un résultat vu avant.
      Appelez : Pharmacie de l’Église Saint-Étienne +33 1 23 45 67 89
      # withdrawnBySupport en
      The pharmacy has withdrawn this result.
      Do not use a result you saw before.
      Call: Pharmacie de l’Église Saint-Étienne +33 1 23 45 67 89
      # erased fr
      Ce résultat a été effacé à votre demande.
      # erased en
      This result was erased at your request.
      # replaced fr
      Ce papier est remplacé par un nouveau.
      Prenez le papier le plus récent.
      # replaced en
      This paper has been replaced.
      Use the most recent one.
      # noResult fr
      La pharmacie n’a pas donné de résultat pour ce test.
      Appelez :
      # noResult en
      The pharmacy has not given a result for this test.
      Call:
      # tryLater fr
      Trop d’essais depuis cette connexion.
      Réessayez dans quelques minutes.
      # tryLater en
      Too many tries from this connection.
      Try again in a few minutes.
      # unavailable fr
      Désolé, le service a un problème.
      Réessayez plus tard.
      # unavailable en
      Sorry, there is a problem with the service.
      Try again later.
      """;

  @Test
  void eachPageSaysWhatItIsToSay() {
    Map<String, List<String>> wanted = new LinkedHashMap<>();
    for (String section : WORDS.substring(2).split("\n# ")) {
      List<String> lines = section.lines().toList();
      wanted.put(lines.getFirst(), lines.subList(1, lines.size()));
    }
    wanted.forEach(
        (place, sentences) -> {
          String[] nameAndLanguage = place.split(" ");
          if (!nameAndLanguage[0].equals("all")) {
            String page = words(nameAndLanguage[0], nameAndLanguage[1]);
            assertInOrder(page, sentences, place);
            assertInOrder(page, wanted.get("all " + nameAndLanguage[1]), place);
          }
        });
  }

  private static void assertInOrder(String page, List<String> sentences, String place) {
    int from = 0;
    for (String sentence : sentences) {
      int at = page.indexOf(sentence, from);
      assertTrue(at >= 0, place + " says nothing of " + sentence + " where it is to: " + page);
      from = at + sentence.length();
    }
  }

  /** What is to be read on a page, with plain spaces. */
  private static String words(String name, String language) {
    Phone phone = (name.equals("tryLater") ? Phone.at(PORTAL, CROWDED) : Phone.anywhere(PORTAL)).speaking(language);
    String page =
        switch (name) {
          case "question" -> phone.look().body();
          case "tryLater" -> answer("wrongDetails").untilItIsTooMuch(phone);
          case "noSuchDate" -> phone.open(answer("wrongDetails").code(), "1952-02-30").body();
          case "inFuture" -> phone.open(answer("wrongDetails").code(), "9999-01-01").body();
          default -> phone.post(answer(name).form()).body();
        };
    return page.replaceAll("(?s)<style>.*?</style>|<script>.*?</script>|<!--.*?-->", "")
        .replaceAll("<[^>]*>", " ")
        .replace("&quot;", "\"")
        .replaceAll("[\\s\u00a0\u202f]+", " ");
  }

  @ParameterizedTest
  @CsvSource({
    "fr,27,3,1952",
    "fr,' 27.','03 /',1952",
    "ar,٢٧,٣,١٩٥٢",
    "ar,۲۷,۳,۱۹۵۲",
    "zh,２７,３,１９５２",
    "fr,27,mars,1952",
    "en,27,March,1952",
    "en,27,MARS,1952",
    "tr,27,Mart,1952",
    "uk,27,березня,1952",
    "ar,27,مارس,1952",
    "fr,27/03/1952,'',''",
    "fr,'','',27031952",
    "es,27 de marzo de 1952,'',''",
    "zh,1952年3月27日,'',''"
  })
  void aDateIsReadAsItIsWritten(String language, String day, String month, String year) {
    EveryAnswer found = answer("found");
    var typed = new EveryAnswer("typed", found.code(), day, month, year, "open");
    var page = Phone.anywhere(PORTAL).speaking(language).post(typed.form());
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("class=\"finding\""), page.body());
  }
}
