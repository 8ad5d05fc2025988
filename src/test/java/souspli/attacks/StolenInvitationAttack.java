package souspli.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import souspli.fixtures.Authenticator;
import souspli.fixtures.Newcomer;
import souspli.fixtures.Portal;
import souspli.staff.InvitationSecret;
import souspli.staff.Role;

/** Somebody has an invitation, their own or another's, and wants to come in as somebody else, twice, or later. */
class StolenInvitationAttack {
  private static final String PATH = "/staff/invitation";

  private final Portal portal = Portal.shared();

  @Test
  void aPasskeyLetsInOnceAndAsWhomTheInvitationNames() {
    String email = email();
    InvitationSecret secret = Newcomer.invite(portal, Role.SUPPORT, email);
    Map<String, String> form = passkey(secret, new Authenticator(portal.baseUrl()));
    form.put("role", "ADMINISTRATOR");
    form.put("email", "other@example.org");
    HttpResponse<String> in = post(form);
    assertEquals(303, in.statusCode(), in.body());
    assertEquals(200, Newcomer.get(portal, "/staff/support", Newcomer.cookie(in)).statusCode());
    assertEquals(404, Newcomer.get(portal, "/staff/members", Newcomer.cookie(in)).statusCode());
    assertRefused("the same again", form);
    assertEquals(403, Newcomer.signIn(portal, email, Newcomer.PASSWORD, "123456").statusCode(), "no password lets in");
    assertEquals(403, Newcomer.signIn(portal, email, "", "").statusCode(), "nor none");
  }

  @Test
  void whatWasMadeForOneInvitationServesNoOther() {
    InvitationSecret mine = Newcomer.invite(portal, Role.SUPPORT, email());
    InvitationSecret theirs = Newcomer.invite(portal, Role.ADMINISTRATOR, email());
    Map<String, String> form = passkey(mine, new Authenticator(portal.baseUrl()));
    form.put("secret", theirs.text());
    assertRefused("my passkey, their invitation", form);
    Map<String, String> other = passkey(theirs, new Authenticator(portal.baseUrl()));
    form.put("secret", mine.text());
    form.put("handle", other.get("handle"));
    assertRefused("another's number", form);
  }

  @Test
  void aMembersOwnNumberIsNotForWhoIsInvited() {
    Newcomer member = Newcomer.in(portal, Role.SUPPORT);
    InvitationSecret mine = Newcomer.invite(portal, Role.SUPPORT, email());
    Map<String, String> form = passkey(mine, new Authenticator(portal.baseUrl()));
    byte[] number = ByteBuffer.allocate(8).putLong(member.member()).array();
    form.put("handle", Base64.getUrlEncoder().withoutPadding().encodeToString(number));
    assertRefused("a member's number", form);
    assertEquals(200, Newcomer.get(portal, "/staff/support", member.cookie()).statusCode(), "who notices nothing");
  }

  @Test
  void whatWasMadeElsewhereOrByWhomeverIsRefused() {
    InvitationSecret secret = Newcomer.invite(portal, Role.SUPPORT, email());
    assertRefused("phished", passkey(secret, new Authenticator(portal.baseUrl()).from("https://evil.example")));
    assertRefused("not verified", passkey(secret, new Authenticator(portal.baseUrl()).with(Authenticator.PRESENT)));
    for (String broken : List.of("attestation", "clientData", "handle")) {
      Map<String, String> form = passkey(secret, new Authenticator(portal.baseUrl()));
      form.put(broken, "AAAA");
      assertRefused(broken, form);
    }
    assertEquals(303, post(passkey(secret, new Authenticator(portal.baseUrl()))).statusCode(), "it is still good");
  }

  @Test
  void ofManyWhoAcceptAtOnceOneComesIn() throws Exception {
    InvitationSecret secret = Newcomer.invite(portal, Role.SUPPORT, email());
    List<Callable<Integer>> attempts =
        Stream.generate(() -> passkey(secret, new Authenticator(portal.baseUrl())))
            .limit(6)
            .<Callable<Integer>>map(form -> () -> post(form).statusCode())
            .toList();
    int in = 0;
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (var answer : threads.invokeAll(attempts)) {
        in += answer.get() == 303 ? 1 : 0;
      }
    }
    assertEquals(1, in);
  }

  /** The form as a browser sends it. */
  private Map<String, String> passkey(InvitationSecret secret, Authenticator device) {
    String page = post(Map.of("secret", secret.text())).body();
    Map<String, String> form = new LinkedHashMap<>(device.make(value(page, "challenge")));
    form.put("secret", secret.text());
    form.put("handle", value(page, "user-handle"));
    form.put("name", "Première clé");
    return form;
  }

  private HttpResponse<String> post(Map<String, String> form) {
    return Newcomer.post(portal, PATH, form, "");
  }

  private void assertRefused(String what, Map<String, String> form) {
    HttpResponse<String> answer = post(form);
    assertTrue(answer.statusCode() >= 400 || answer.body().contains("role=\"alert\""), what);
    assertEquals("", Newcomer.cookie(answer), what);
  }

  private static String value(String page, String id) {
    Matcher found = Pattern.compile("id=\"" + id + "\"[^>]*value=\"([^\"]+)\"").matcher(page);
    assertTrue(found.find(), page);
    return found.group(1);
  }

  private static String email() {
    return "invited" + ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) + "@example.org";
  }
}
