package souspli.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import souspli.fixtures.FacesForm;
import souspli.fixtures.Newcomer;
import souspli.fixtures.Portal;
import souspli.staff.Role;

/** Somebody sits down at a counter whose pharmacist has gone, with the browser's cookie and all that it sent before. */
class OpenCounterAttack {
  private static final String[] PAGES = {"/staff/counter", "/staff/members", "/staff/keys", "/staff/passkeys"};
  private static final Map<String, String> HALF_TYPED =
      Map.of("typed.here", "NEW OPENED ", "typed.birthName", "Lefèvre", "typed.givenNames", "Jean");

  private final Portal portal = Portal.shared();
  private Newcomer member;

  @BeforeEach
  void somebodyWorksHere() {
    member = Newcomer.in(portal, Role.MANAGER);
  }

  @Test
  void aLockedSessionAnswersWithNothing() {
    FacesForm before = FacesForm.open(portal, "/staff/members", member.cookie());
    lock(HALF_TYPED);
    for (String page : PAGES) {
      assertLocked(Newcomer.get(portal, page, member.cookie()), page);
      assertLocked(Newcomer.post(portal, page, Map.of("x", "y"), member.cookie()), page);
    }
    for (String other : new String[] {"/staff/", "/staff/nothing", "/staff/invitation"}) {
      assertLocked(Newcomer.get(portal, other, member.cookie()), other);
    }
    Map<String, String> invite = Map.of("email", "locked@example.org", "name", "Locked", "invite", "");
    assertLocked(before.post("members", invite, member.cookie()), "a view state of before");
    HttpResponse<String> byScript = before.postByScript("members", invite, member.cookie());
    assertEquals(200, byScript.statusCode());
    assertTrue(byScript.body().endsWith("<redirect url=\"/staff/locked\"/></partial-response>"), byScript.body());
    String shown = Newcomer.get(portal, "/staff/locked", member.cookie()).body();
    assertFalse(shown.contains("Lefèvre") || shown.contains(member.email()), shown);
    assertEquals(0, invitations("locked@example.org"));
  }

  @Test
  void intoALockedSessionNobodyPutsAnything() {
    lock(Map.of());
    lock(HALF_TYPED);
    HttpResponse<String> in = unlock(Newcomer.PASSWORD);
    assertEquals(303, in.statusCode(), in.body());
    String page = Newcomer.get(portal, "/staff/counter", Newcomer.cookie(in)).body();
    assertTrue(page.contains("birthName"), page);
    assertFalse(page.contains("Lefèvre"), page);
    assertEquals("/staff/", location(member.cookie()), "unlocking gives it another id");
  }

  @Test
  void aColleagueFindsNothingAndTheFormerCookieIsDead() {
    lock(HALF_TYPED);
    Newcomer colleague = Newcomer.in(portal, Role.PHARMACIST);
    Map<String, String> form =
        Map.of("email", colleague.email(), "password", Newcomer.PASSWORD, "totp", colleague.digits());
    HttpResponse<String> in = Newcomer.post(portal, "/staff/", form, member.cookie());
    assertEquals(303, in.statusCode(), in.body());
    HttpResponse<String> counter = Newcomer.get(portal, "/staff/counter", Newcomer.cookie(in));
    assertEquals(200, counter.statusCode());
    assertFalse(counter.body().contains("Lefèvre"), counter.body());
    assertEquals("/staff/", location(member.cookie()));
  }

  @Test
  void afterFiveWrongPasswordsThereIsNothingLeftToUnlock() throws Exception {
    lock(HALF_TYPED);
    Callable<Integer> attempt = () -> unlock("not the password").statusCode();
    List<Integer> answers = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var future : threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> attempt).toList())) {
        answers.add(future.get());
      }
    }
    assertTrue(answers.stream().filter(status -> status == 403).count() <= 5, answers.toString());
    assertEquals(303, unlock(Newcomer.PASSWORD).statusCode());
    assertEquals("/staff/", location(member.cookie()), "the session is over");
  }

  /** A password that was seen at the counter unlocks it; what cannot be taken back asks for more. */
  @Test
  void withTheSeenPasswordNobodyInvitesDisablesOrLetsAProgramIn() {
    Newcomer victim = Newcomer.in(portal, Role.PHARMACIST);
    lock(Map.of());
    String cookie = Newcomer.cookie(unlock(Newcomer.PASSWORD));
    FacesForm members = FacesForm.open(portal, "/staff/members", cookie);
    for (String proof : new String[] {"", "000000"}) {
      Map<String, String> invite = new HashMap<>(Map.of("email", "stale@example.org", "name", "Stale", "proof", proof));
      invite.putAll(Map.of("role", "PHARMACIST", "rpps", "99000000022", "invite", ""));
      assertAsked(members.post("members", invite, cookie));
      assertAsked(members.post("members", Map.of("renew", Long.toString(victim.member()), "proof", proof), cookie));
      assertAsked(members.post("members", Map.of("disable", Long.toString(victim.member()), "proof", proof), cookie));
      FacesForm keys = FacesForm.open(portal, "/staff/keys", cookie);
      HttpResponse<String> made = keys.post("keys", Map.of("name", "stale", "make", "", "proof", proof), cookie);
      assertAsked(made);
      assertFalse(made.body().contains("souspli_"), made.body());
    }
    assertEquals(0, invitations("stale@example.org"));
    assertEquals(200, Newcomer.get(portal, "/staff/counter", victim.cookie()).statusCode());
  }

  @Test
  void norApprovesWhatAnotherAskedFor() {
    String cookie = Newcomer.in(portal, Role.ADMINISTRATOR).cookie();
    Map<String, String> invite =
        Map.of("email", "two@example.org", "name", "Two", "role", "ADMINISTRATOR", "invite", "");
    FacesForm.open(portal, "/staff/members", cookie).post("members", invite, cookie);
    member = Newcomer.in(portal, Role.ADMINISTRATOR);
    lock(Map.of());
    String second = Newcomer.cookie(unlock(Newcomer.PASSWORD));
    FacesForm waiting = FacesForm.open(portal, "/staff/approvals", second);
    String id = waiting.found(Pattern.compile("(?s)two@example\\.org.*?name=\"reason-(\\d+)\""));
    Map<String, String> approve = new HashMap<>(Map.of("approve", id, "reason-" + id, "we know them"));
    HttpResponse<String> asked = waiting.post("approvals", approve, second);
    assertAsked(asked);
    assertTrue(asked.body().contains("value=\"we know them\""), "nothing that was typed is lost");
    assertEquals(0, invitations("two@example.org"));
    approve.put("proof", member.digits());
    assertEquals(200, waiting.post("approvals", approve, second).statusCode());
    assertEquals(1, invitations("two@example.org"));
  }

  private static void assertAsked(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("id=\"proof\""), answer.body());
  }

  private void lock(Map<String, String> form) {
    assertEquals(303, Newcomer.post(portal, "/staff/lock", form, member.cookie()).statusCode());
  }

  private HttpResponse<String> unlock(String password) {
    return Newcomer.post(portal, "/staff/locked", Map.of("password", password), member.cookie());
  }

  private static void assertLocked(HttpResponse<String> answer, String what) {
    assertEquals(303, answer.statusCode(), what);
    assertEquals("/staff/locked", answer.headers().firstValue("Location").orElseThrow(), what);
    assertEquals("", answer.body(), what);
  }

  private String location(String cookie) {
    return Newcomer.get(portal, "/staff/counter", cookie).headers().firstValue("Location").orElse("");
  }

  private int invitations(String email) {
    try (Connection db = portal.owner();
        PreparedStatement ask = db.prepareStatement("SELECT COUNT(*) FROM invitation WHERE email = ?")) {
      ask.setString(1, email);
      try (ResultSet row = ask.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
