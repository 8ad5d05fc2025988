package souspli.attacks;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import souspli.fixtures.Newcomer;
import souspli.fixtures.Portal;
import souspli.fixtures.Staff;
import souspli.staff.InvitationSecret;

/** The form by which an invitation is accepted, as a hand would write it. */
final class Acceptance {
  private static final Pattern ENROLMENT = Pattern.compile("name=\"enrolment\" value=\"([^\"]+)\"");
  private static final Pattern TOTP = Pattern.compile("id=\"totp-secret\">([^<]+)<");

  private Acceptance() {}

  /** What the invited person would send. */
  static Map<String, String> complete(Portal portal, InvitationSecret secret) {
    String page = Newcomer.post(portal, "/staff/invitation", Map.of("secret", secret.text()), "").body();
    String digits = Staff.codeAt(found(TOTP, page).replace(" ", ""), Instant.now());
    return form(secret.text(), found(ENROLMENT, page), digits);
  }

  static Map<String, String> form(String secret, String enrolment, String digits) {
    Map<String, String> form = new TreeMap<>(Map.of("secret", secret, "enrolment", enrolment, "totp", digits));
    form.putAll(Map.of("password", Newcomer.PASSWORD, "again", Newcomer.PASSWORD));
    return form;
  }

  private static String found(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    if (!found.find()) {
      throw new IllegalStateException("no " + pattern + " in " + page);
    }
    return found.group(1);
  }
}
