package souspli.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import souspli.fixtures.Authenticator;
import souspli.fixtures.FacesForm;
import souspli.fixtures.Newcomer;
import souspli.fixtures.Portal;
import souspli.staff.Role;

/** Somebody has a passkey that is not whose they say, or an answer that was given elsewhere, before or to nobody. */
class ForeignPasskeyAttack {
  private static final Pattern CHALLENGE = Pattern.compile("id=\"challenge\" value=\"([^\"]+)\"");
  private static final Pattern UNLOCKING = Pattern.compile("data-challenge=\"([^\"]+)\"");

  private final Portal portal = Portal.shared();
  private Newcomer member;
  private Authenticator device;
  private String cookie;

  @BeforeEach
  void somebodyHasAPasskey() {
    member = Newcomer.in(portal, Role.SUPPORT);
    cookie = member.cookie();
    device = new Authenticator(portal.baseUrl()).of(handle(member));
    add(member, device);
  }

  @Test
  void anHonestAnswerLetsInOnce() throws Exception {
    Map<String, String> answer = device.sign(challenge());
    HttpResponse<String> in = post(answer);
    assertEquals(303, in.statusCode(), in.body());
    assertEquals(200, Newcomer.get(portal, "/staff/support", Newcomer.cookie(in)).statusCode());
    assertRefused("the same answer again", answer);
    assertRefused("the same challenge again", device.sign(text(answer.get("clientData"))));
    assertEquals(303, post(device.sign(challenge())).statusCode(), "the passkey is as good as before");
  }

  @Test
  void ofManyThatBringOneChallengeAtOnceOneGetsIn() throws Exception {
    Map<String, String> answer = device.sign(challenge());
    Callable<Integer> attempt = () -> post(answer).statusCode();
    List<Integer> in = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var future : threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> attempt).toList())) {
        in.add(future.get());
      }
    }
    assertEquals(1, in.stream().filter(status -> status == 303).count(), in.toString());
  }

  @Test
  void whatWasAskedElsewhereCountsNowhere() {
    for (String elsewhere :
        new String[] {"https://souspli.example.org", "http://localhost:1", "https://localhost", "null", ""}) {
      assertRefused("asked by " + elsewhere, device.from(elsewhere).sign(challenge()));
    }
  }

  @Test
  void whoWasNotVerifiedStaysOutside() {
    assertRefused("touched, by whomever", device.with(Authenticator.PRESENT).sign(challenge()));
    assertRefused("verified, but not touched", device.with(Authenticator.VERIFIED).sign(challenge()));
    assertRefused("neither", device.with(0).sign(challenge()));
  }

  @Test
  void aCopyThatCountsForItselfIsNoticed() {
    assertEquals(303, post(device.counting(40).sign(challenge())).statusCode());
    assertRefused("a counter that stands", device.counting(40).sign(challenge()));
    assertRefused("a counter that goes back", device.counting(7).sign(challenge()));
    assertRefused("a counter that begins anew", device.counting(0).sign(challenge()));
  }

  @Test
  void aChallengeIsOursAndForThisPurpose() {
    byte[] ours = Base64.getUrlDecoder().decode(challenge());
    for (int at : new int[] {0, 7, 12, 30, ours.length - 1}) {
      byte[] edited = ours.clone();
      edited[at] ^= 1;
      assertRefused("edited at " + at, device.sign(base64(edited)));
    }
    assertRefused("made up", device.sign(base64(new byte[ours.length])));
    assertRefused("empty", device.sign(""));
    assertRefused("to add one", device.sign(toAdd(member)));
    assertEquals(303, post(device.sign(base64(ours))).statusCode(), "none of these used it up");
  }

  @Test
  void anothersPasskeyIsNobodysHere() {
    Newcomer other = Newcomer.in(portal, Role.SUPPORT);
    assertRefused("says it is another's", device.of(handle(other)).sign(challenge()));
    assertRefused("says it is nobody's", device.of(new byte[8]).sign(challenge()));
    Authenticator own = new Authenticator(portal.baseUrl()).of(handle(member));
    assertRefused("never added", own.sign(challenge()));
    Map<String, String> mixed = new LinkedHashMap<>(own.sign(challenge()));
    mixed.put("passkey", device.of(handle(member)).sign(challenge()).get("passkey"));
    assertRefused("another device's signature", mixed);
    // a challenge that the victim's session got is worth nothing in another's
    String stolen = toAdd(member);
    assertEquals(200, made(other, own.of(handle(other)), stolen).statusCode());
    assertRefused("added with another's challenge", own.sign(challenge()));
  }

  @Test
  void brokenAnswersAreRefusedLikeWrongOnes() {
    for (String field : new String[] {"passkey", "userHandle", "clientData", "authenticatorData", "signature"}) {
      for (String broken : new String[] {"", "!", "AA", "bm8", "A".repeat(9000), "e30", "W10", "bnVsbA"}) {
        Map<String, String> form = new LinkedHashMap<>(device.sign(challenge()));
        form.put(field, broken);
        assertRefused(field + " is " + broken, form);
      }
    }
  }

  @Test
  void whoIsDisabledOrHasComeBackStaysOutWithTheOldOne() throws Exception {
    for (String change : new String[] {"disabled_on = CURRENT_DATE", "factor_disabled = TRUE"}) {
      assertEquals(303, post(device.sign(challenge())).statusCode());
      member.change(change);
      assertRefused(change, device.sign(challenge()));
      member.change("disabled_on = NULL, factor_disabled = FALSE");
    }
    member.change("totp = UNHEX(REPEAT('00', 92))");
    assertRefused("another second factor", device.sign(challenge()));
  }

  @Test
  void withoutFreshDigitsNoneIsAdded() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("name", "found open");
    form.put("totp", "");
    form.put("add", "1");
    HttpResponse<String> answer = inForm(member, "passkey-more", form);
    assertEquals(200, answer.statusCode());
    assertTrue(!CHALLENGE.matcher(answer.body()).find(), "no challenge without digits");
    Authenticator own = new Authenticator(portal.baseUrl()).of(new byte[8]);
    assertEquals(200, made(member, own, challenge()).statusCode(), "nor with one from the door");
    assertRefused("never added", own.sign(challenge()));
  }

  @Test
  void aLockOpensForItsMembersPasskeyAndItsOwnChallenge() {
    Newcomer.post(portal, "/staff/lock", Map.of(), cookie);
    Authenticator own = new Authenticator(portal.baseUrl()).of(new byte[8]);
    assertEquals(403, toLock(own.sign(toUnlock())).statusCode(), "never added");
    assertEquals(403, toLock(device.sign(challenge())).statusCode(), "a challenge of the door");
    assertRefused("a challenge of the lock", device.sign(toUnlock()));
    Map<String, String> honest = device.sign(toUnlock());
    HttpResponse<String> in = toLock(honest);
    cookie = Newcomer.cookie(in);
    assertEquals(200, Newcomer.get(portal, "/staff/support", cookie).statusCode());
    Newcomer.post(portal, "/staff/lock", Map.of(), cookie);
    assertEquals(403, toLock(honest).statusCode(), "the same answer again");
  }

  private String toUnlock() {
    return found(UNLOCKING, Newcomer.get(portal, "/staff/locked", cookie).body());
  }

  private void assertRefused(String what, Map<String, String> form) {
    device.honest();
    HttpResponse<String> answer = post(form);
    assertEquals(403, answer.statusCode(), what);
    assertEquals("", Newcomer.cookie(answer), what);
    HttpResponse<String> one = post(Map.of("passkey", "none"));
    assertEquals(Pages.withoutEcho(one.body()), Pages.withoutEcho(answer.body()), what);
  }

  private HttpResponse<String> post(Map<String, String> form) {
    return Newcomer.post(portal, "/staff/", form, "");
  }

  private HttpResponse<String> toLock(Map<String, String> form) {
    return Newcomer.post(portal, "/staff/locked", form, cookie);
  }

  private String challenge() {
    return found(CHALLENGE, Newcomer.get(portal, "/staff/", "").body());
  }

  private void add(Newcomer owner, Authenticator with) {
    HttpResponse<String> added = made(owner, with, toAdd(owner));
    assertEquals(303, added.statusCode(), added.body());
    cookie = Newcomer.cookie(added);
  }

  /** A challenge to add a passkey, as its owner gets it for six digits. */
  private String toAdd(Newcomer owner) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("name", "device");
    form.put("totp", owner.digits());
    form.put("add", "1");
    return found(CHALLENGE, inForm(owner, "passkey-more", form).body());
  }

  private HttpResponse<String> made(Newcomer owner, Authenticator with, String challenge) {
    Map<String, String> form = new LinkedHashMap<>(with.make(challenge));
    form.put("name", "device");
    return inForm(owner, "passkey-making", form);
  }

  private HttpResponse<String> inForm(Newcomer owner, String id, Map<String, String> fields) {
    String with = owner == member ? cookie : owner.cookie();
    return FacesForm.open(portal, "/staff/passkeys", with).post(id, fields, with);
  }

  private static byte[] handle(Newcomer of) {
    return ByteBuffer.allocate(Long.BYTES).putLong(of.member()).array();
  }

  /** The challenge within client data. */
  private static String text(String clientData) {
    String json = new String(Base64.getUrlDecoder().decode(clientData), StandardCharsets.UTF_8);
    return found(Pattern.compile("\"challenge\":\"([^\"]*)\""), json);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String found(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    assertTrue(found.find(), () -> pattern + " in " + page);
    return found.group(1);
  }
}
