package souspli.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import souspli.fixtures.Newcomer;
import souspli.fixtures.Portal;
import souspli.staff.Role;

/** Somebody who plants a session's id before its owner signs in, or keeps a copy of it afterwards. */
class SessionAttack {
  private final Portal portal = Portal.shared();

  @Test
  void aPlantedIdIsNeverTheOneThatIsUsed() {
    Newcomer victim = Newcomer.in(portal, Role.SUPPORT);
    for (String planted : new String[] {"__Host-souspli=d70b2e2558567fb81d7e98849ef9", victim.cookie()}) {
      HttpResponse<String> in =
          Newcomer.post(
              portal,
              "/staff/",
              Map.of("email", victim.email(), "password", Newcomer.PASSWORD, "totp", victim.digits()),
              planted);
      assertEquals(303, in.statusCode(), in.body());
      assertNotEquals(planted, Newcomer.cookie(in));
      assertSignedOut(planted);
      assertEquals(200, Newcomer.get(portal, "/staff/support", Newcomer.cookie(in)).statusCode());
    }
  }

  @Test
  void theCookieIsBoundToThisHostAndToNoScript() {
    HttpResponse<String> in = signIn(Newcomer.in(portal, Role.SUPPORT));
    String line = in.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(line.startsWith("__Host-souspli="), line);
    for (String attribute : new String[] {"; Secure", "; HttpOnly", "; SameSite=Strict", "; Path=/"}) {
      assertTrue(line.toLowerCase().contains(attribute.toLowerCase()), line);
    }
    assertTrue(!line.toLowerCase().contains("domain"), line);
  }

  @Test
  void aCopyIsWorthNothingAfterSignOut() {
    String cookie = Newcomer.cookie(signIn(Newcomer.in(portal, Role.SUPPORT)));
    assertEquals(200, Newcomer.get(portal, "/staff/support", cookie).statusCode());
    assertEquals(303, Newcomer.post(portal, "/staff/sign-out", Map.of(), cookie).statusCode());
    assertSignedOut(cookie);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "disabled_on = CURRENT_DATE", "factor_disabled = TRUE", "role = 4", "password = CONCAT(password, 'x')",
        "totp = NULL"
      })
  void everySessionEndsWithWhatItBeganWith(String change) {
    Newcomer member = Newcomer.in(portal, Role.SUPPORT);
    String other = Newcomer.cookie(signIn(member));
    member.change(change);
    assertSignedOut(member.cookie());
    assertSignedOut(other);
  }

  @Test
  void withoutASessionEveryPathOfStaffIsOneAnswer() {
    HttpResponse<String> one = Newcomer.get(portal, "/staff/counter", "");
    assertSignedOut("");
    for (String path :
        new String[] {"/staff/members", "/staff/support", "/staff/nothing", "/staff/members/", "/staff/sign-out"}) {
      for (HttpResponse<String> answer :
          List.of(
              Newcomer.get(portal, path, ""),
              Newcomer.post(portal, path, Map.of("disable", "1", "members", "members"), ""))) {
        assertEquals(303, answer.statusCode(), path);
        assertEquals(one.body(), answer.body(), path);
        assertEquals("/staff/", answer.headers().firstValue("Location").orElseThrow(), path);
        assertEquals("", Newcomer.cookie(answer), path);
      }
    }
  }

  private static HttpResponse<String> signIn(Newcomer member) {
    HttpResponse<String> in = member.signIn(Newcomer.PASSWORD, member.digits());
    assertEquals(303, in.statusCode(), in.body());
    return in;
  }

  private void assertSignedOut(String cookie) {
    HttpResponse<String> answer = Newcomer.get(portal, "/staff/support", cookie);
    assertEquals(303, answer.statusCode());
    assertEquals("/staff/", answer.headers().firstValue("Location").orElseThrow());
  }
}
