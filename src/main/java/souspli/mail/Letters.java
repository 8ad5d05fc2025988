package souspli.mail;

import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import souspli.staff.EmailAddress;
import souspli.staff.Role;
import souspli.web.Languages;
import souspli.web.Texts;

/** Every letter that is ever written. Each says the same in all languages of staff: we do not know the reader's. */
public final class Letters {

  private static final String BETWEEN = "\n\n\n";

  private Letters() {}

  /**
   * The link by which somebody comes in.
   *
   * @param name as they are called
   * @param place the pharmacy's name; empty where the role has none
   */
  public static Letter invitation(EmailAddress to, String name, Role role, String place, String link) {
    return letter(
        to,
        "invitation",
        language -> {
          String what = Texts.of("members", language).say("role." + role);
          return new Object[] {name, place.isEmpty() ? what : what + ", " + place, link};
        });
  }

  /** Ten wrong second factors, each after the right password: somebody else knows it. */
  public static Letter factorDisabled(EmailAddress to, String name) {
    return letter(to, "factor-disabled", language -> new Object[] {name});
  }

  /** A recovery code took the place of the second factor. */
  public static Letter recoveryCodeUsed(EmailAddress to, String name, int left) {
    return letter(to, "recovery-code-used", language -> new Object[] {name, left});
  }

  private static Letter letter(EmailAddress to, String kind, Function<Locale, Object[]> values) {
    return new Letter(
        to,
        join(" · ", language -> Texts.of("mail", language).say(kind + ".subject")),
        join(BETWEEN, language -> Texts.of("mail", language).say(kind + ".text", values.apply(language))));
  }

  private static String join(String between, Function<Locale, String> text) {
    return Languages.OF_STAFF.all().stream().map(text).collect(Collectors.joining(between));
  }
}
