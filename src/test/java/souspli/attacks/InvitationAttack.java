package souspli.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import souspli.fixtures.Lines;
import souspli.fixtures.Newcomer;
import souspli.fixtures.Portal;
import souspli.staff.InvitationSecret;
import souspli.staff.Role;

/**
 * Ways to an account that nobody meant to give: without an invitation, with somebody else's, with one that is used, old
 * or edited, with half of what one asks for, or with more than it says. Each ends without a member and without a
 * session.
 */
class InvitationAttack {
  private static final String INVITATION = "/staff/invitation";

  private final Portal portal = Portal.shared();

  /** What somebody does, and the answers they got. */
  private interface Way {
    Stream<HttpResponse<String>> go() throws Exception;
  }

  @TestFactory
  Stream<DynamicTest> twentyWaysAndMore() {
    Map<String, Way> ways = new LinkedHashMap<>();
    ways.put("by a form for newcomers at the door", () -> post("/staff/", claim()));
    ways.put("by such a form at the invitation", () -> post(INVITATION, claim()));
    ways.put("by a page to register on", () -> somewhere("/staff/register", "/register", "/signup", "/staff/new"));
    ways.put("by the page of members, without a session", () -> post("/staff/members", claim()));
    ways.put("by the page of members, with a cookie made up", () -> as("__Host-souspli=0123456789abcdef", claim()));
    ways.put("by the page of members, as a pharmacist", () -> as(cookie(Role.PHARMACIST), claim()));
    ways.put("by the page of members, as support", () -> as(cookie(Role.SUPPORT), claim()));
    ways.put("by calls of software", () -> somewhere("/api/v1/members", "/api/v1/staff", "/api/v1/invitations"));
    ways.put("by a key of software at a page of staff", this::byAKeyOfSoftware);
    ways.put("with a secret made up", () -> post(INVITATION, Acceptance.form(fresh(), "A".repeat(124), "")));
    ways.put("with no secret, half of one, or one and a half", this::byWrongLengths);
    ways.put("with one letter of a secret changed", () -> open(edited(invited(Role.SUPPORT))));
    ways.put("with a secret's hash, as a stolen dump has it", this::byItsHash);
    ways.put("with an invitation that is used", this::again);
    ways.put("with an invitation that is over", this::tooLate);
    ways.put("with an enrolment of one's own making", this::byAnEnrolmentMadeUp);
    ways.put("with the enrolment of another invitation", this::byAnothersEnrolment);
    ways.put("without digits", () -> post(INVITATION, with("totp", "")));
    ways.put("with the digits of another authenticator", () -> post(INVITATION, with("totp", "000000")));
    ways.put("without a password", () -> post(INVITATION, with("password", "", "again", "")));
    ways.put("with too short a password", () -> post(INVITATION, with("password", "velo-17", "again", "velo-17")));
    ways.put("with two passwords", () -> post(INVITATION, with("again", "another-one-of-15")));
    ways.put("from another site, in the invited person's browser", this::fromAnotherSite);
    ways.put("with the form in the address", () -> byAddress());
    return ways.entrySet().stream()
        .map(way -> DynamicTest.dynamicTest(way.getKey(), () -> assertNobodyCameIn(way.getValue())));
  }

  private void assertNobodyCameIn(Way way) throws Exception {
    List<String> before = members();
    for (HttpResponse<String> answer : way.go().toList()) {
      assertEquals("", Newcomer.cookie(answer), answer.body());
    }
    List<String> after = members();
    after.removeAll(before);
    assertTrue(after.stream().allMatch(email -> email.startsWith("newcomer")), "came in: " + after);
  }

  /** Role, pharmacy, address and name are the invitation's, whatever the form says. */
  @Test
  void whoIsInvitedIsWhatTheInvitationSays() throws Exception {
    String email = address();
    InvitationSecret secret = Newcomer.invite(portal, Role.SUPPORT, email);
    Map<String, String> form = complete(secret);
    form.putAll(Map.of("role", "ADMINISTRATOR", "email", "mallory@example.org", "name", "Mallory", "pharmacy", "1"));
    form.putAll(Map.of("member", "1", "invited_by", "0", "place", "1", "rpps", "10000000001"));
    assertFalse(Newcomer.cookie(Newcomer.post(portal, INVITATION, form, "")).isEmpty());
    String row = "SELECT role, pharmacy, name, rpps FROM member WHERE email = '" + email + "'";
    assertEquals(List.of("3 null Camille Fontaine null"), query(row));
    assertEquals(List.of(), query("SELECT member FROM member WHERE email = 'mallory@example.org' OR member = 1"));
  }

  @Test
  void ofManyWhoAcceptAtOnceOneComesIn() throws Exception {
    String email = address();
    Map<String, String> form = complete(Newcomer.invite(portal, Role.SUPPORT, email));
    Callable<Boolean> accept = () -> !Newcomer.cookie(Newcomer.post(portal, INVITATION, form, "")).isEmpty();
    int in = 0;
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (var answer : threads.invokeAll(IntStream.range(0, 6).mapToObj(i -> accept).toList())) {
        in += answer.get() ? 1 : 0;
      }
    }
    assertEquals(1, in);
    assertEquals(List.of("1"), query("SELECT COUNT(*) FROM member WHERE email = '" + email + "'"));
  }

  /** An invitation in the name of somebody who works here changes nothing of theirs and lets nobody in as them. */
  @Test
  void whoWorksHereIsNotReplaced() throws Exception {
    Newcomer victim = Newcomer.in(portal, Role.SUPPORT);
    String row = "SELECT role, password, HEX(totp) FROM member WHERE email = '" + victim.email() + "'";
    List<String> before = query(row);
    InvitationSecret secret = Newcomer.invite(portal, Role.ADMINISTRATOR, victim.email());
    assertEquals(403, Newcomer.post(portal, INVITATION, complete(secret), "").statusCode());
    assertEquals(before, query(row));
    assertEquals(200, Newcomer.get(portal, "/staff/support", victim.cookie()).statusCode());
  }

  private Stream<HttpResponse<String>> byAKeyOfSoftware() {
    String key = portal.demo().apiKeys().getFirst().key();
    return Stream.of("/staff/members", "/staff/invitation", "/staff/counter")
        .map(page -> Newcomer.post(portal, page, claim(), "", "Authorization", "Bearer " + key));
  }

  private Stream<HttpResponse<String>> byWrongLengths() {
    String secret = invited(Role.SUPPORT).text();
    return Stream.of("", secret.substring(1), secret + "A", secret + secret, "' OR '1'='1", "%00", secret.toLowerCase())
        .flatMap(this::open);
  }

  private Stream<HttpResponse<String>> byAddress() {
    return Stream.of(Newcomer.get(portal, INVITATION + "?secret=" + invited(Role.SUPPORT).text(), ""));
  }

  private Stream<HttpResponse<String>> byItsHash() {
    byte[] hash = invited(Role.ADMINISTRATOR).hash();
    return open(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
  }

  private Stream<HttpResponse<String>> again() {
    InvitationSecret secret = Newcomer.invite(portal, Role.SUPPORT, "newcomer-" + address());
    Map<String, String> form = complete(secret);
    assertFalse(Newcomer.cookie(Newcomer.post(portal, INVITATION, form, "")).isEmpty());
    return Stream.concat(Stream.of(Newcomer.post(portal, INVITATION, form, "")), open(secret.text()));
  }

  private Stream<HttpResponse<String>> tooLate() throws SQLException {
    InvitationSecret secret = invited(Role.SUPPORT);
    Map<String, String> form = complete(secret);
    try (Connection db = portal.owner();
        PreparedStatement age =
            db.prepareStatement(
                "UPDATE invitation SET expires_at = UTC_TIMESTAMP() - INTERVAL 1 SECOND WHERE secret_hash = ?")) {
      age.setBytes(1, secret.hash());
      assertEquals(1, age.executeUpdate());
    }
    return Stream.concat(Stream.of(Newcomer.post(portal, INVITATION, form, "")), open(secret.text()));
  }

  private Stream<HttpResponse<String>> byAnEnrolmentMadeUp() {
    return post(INVITATION, Acceptance.form(invited(Role.SUPPORT).text(), "A".repeat(124), "123456"));
  }

  private Stream<HttpResponse<String>> byAnothersEnrolment() {
    Map<String, String> form = complete(invited(Role.SUPPORT));
    form.put("secret", invited(Role.ADMINISTRATOR).text());
    return post(INVITATION, form);
  }

  private Stream<HttpResponse<String>> fromAnotherSite() {
    Map<String, String> form = complete(invited(Role.SUPPORT));
    return Stream.of("cross-site", "same-site")
        .map(site -> Newcomer.post(portal, INVITATION, form, "", "Sec-Fetch-Site", site));
  }

  private Stream<HttpResponse<String>> as(String cookie, Map<String, String> form) {
    return Stream.of(Newcomer.post(portal, "/staff/members", form, cookie));
  }

  private Stream<HttpResponse<String>> post(String path, Map<String, String> form) {
    return Stream.of(Newcomer.post(portal, path, form, ""));
  }

  private Stream<HttpResponse<String>> somewhere(String... paths) {
    return Stream.of(paths)
        .flatMap(path -> Stream.of(Newcomer.get(portal, path, ""), Newcomer.post(portal, path, claim(), "")));
  }

  private Stream<HttpResponse<String>> open(String secret) {
    return post(INVITATION, Map.of("secret", secret));
  }

  /** A complete acceptance, but for these fields. */
  private Map<String, String> with(String... fields) {
    Map<String, String> form = complete(invited(Role.SUPPORT));
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return form;
  }

  private InvitationSecret invited(Role role) {
    return Newcomer.invite(portal, role, address());
  }

  private Map<String, String> complete(InvitationSecret secret) {
    return Acceptance.complete(portal, secret);
  }

  private static Map<String, String> claim() {
    return Map.of(
        "email", "mallory@example.org", "name", "Mallory", "role", "ADMINISTRATOR", "password", Newcomer.PASSWORD,
        "again", Newcomer.PASSWORD, "totp", "123456", "members", "members", "invite", "invite");
  }

  private String cookie(Role role) {
    return Newcomer.in(portal, role).cookie();
  }

  private static String fresh() {
    return InvitationSecret.fresh(new SecureRandom()).text();
  }

  private static String edited(InvitationSecret secret) {
    char first = secret.text().charAt(0);
    return (first == 'A' ? 'B' : 'A') + secret.text().substring(1);
  }

  private static String address() {
    return "target" + UUID.randomUUID() + "@example.org";
  }

  private List<String> members() throws SQLException {
    return query("SELECT email FROM member");
  }

  private List<String> query(String query) throws SQLException {
    try (Connection db = portal.database()) {
      return Lines.of(db, query);
    }
  }
}
