package souspli.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import souspli.fixtures.HealthProfessionals;
import souspli.fixtures.HealthProfessionals.Trip;
import souspli.fixtures.Keycloak;
import souspli.fixtures.Newcomer;
import souspli.fixtures.Portal;
import souspli.sealedlink.Sealed;
import souspli.sealedlink.StaffKey;
import souspli.staff.Role;
import souspli.trail.TrailKind;

/**
 * Somebody comes back from Pro Santé Connect who is not who was invited, or with an answer that was meant for another
 * browser, another trip or another time. The provider is a real one; what it would never sign, {@code
 * TokensTest} forges.
 */
class ForeignIdentityAttack {
  private static final String NUMBER = "10003456789";

  private final Portal portal = Portal.shared();
  private final HealthProfessionals people = HealthProfessionals.of(portal);
  private Newcomer member;

  @BeforeEach
  void somebodyWasInvited() {
    member = people.invited();
  }

  @Test
  void whoWasInvitedGetsInOnce() throws SQLException {
    long before = lines();
    Trip trip = people.leave();
    String back = HealthProfessionals.back(trip, people.pharmacist());
    HttpResponse<String> in = Newcomer.get(portal, back, trip.cookie());
    assertEquals(200, in.statusCode(), in.body());
    assertEquals(200, Newcomer.get(portal, "/staff/counter", session(in)).statusCode());
    assertTrue(in.headers().allValues("Set-Cookie").stream().anyMatch(line -> line.startsWith("__Host-psc=;")));
    assertRefused("the same answer again", back, trip.cookie());
    assertEquals(before + 1, lines(), "and the trail says so, once");
  }

  @Test
  void nothingButASealedCookieIsSetOnTheWay() {
    HttpResponse<String> answer = Newcomer.get(portal, "/staff/psc", "");
    List<String> cookies = answer.headers().allValues("Set-Cookie");
    assertEquals(1, cookies.size(), cookies.toString());
    assertTrue(
        cookies.getFirst().matches(
            "__Host-psc=[\\w-]+; Path=/; Max-Age=300; Secure; HttpOnly; SameSite=Lax"), cookies.getFirst());
    String address = answer.headers().firstValue("Location").orElseThrow();
    for (String part : new String[] {"code_challenge_method=S256", "prompt=login", "acr_values=eidas1"}) {
      assertTrue(address.contains(part), address);
    }
  }

  @Test
  void anAnswerForAnotherBrowserIsRefused() {
    Trip theirs = people.leave();
    String back = HealthProfessionals.back(theirs, people.pharmacist());
    assertRefused("in a browser that never left", back, "");
    assertRefused("in one that left for itself", back, people.leave().cookie());
    assertRefused("with a cookie of somebody's making", back, "__Host-psc=" + "A".repeat(187));
    assertRefused("with one that is none", back, "__Host-psc=!");
    String edited = theirs.cookie().substring(0, 40) + 'x' + theirs.cookie().substring(41);
    assertRefused("with an edited one", back, edited.equals(theirs.cookie()) ? edited.replace('x', 'y') : edited);
    assertEquals(200, Newcomer.get(portal, back, theirs.cookie()).statusCode(), "none of these used it up");
  }

  @Test
  void anAnswerOfAnotherTripIsRefused() {
    Trip trip = people.leave();
    String back = HealthProfessionals.back(trip, people.pharmacist());
    String code = "code=" + back.replaceAll(".*[?&]code=([^&]+).*", "$1");
    String state = "state=" + back.replaceAll(".*[?&]state=([^&]+).*", "$1");
    assertRefused("another state", back.replace(state, "state=" + "A".repeat(43)), trip.cookie());
    assertRefused("no state", back.replace(state, ""), trip.cookie());
    assertRefused("two states", back + "&" + state, trip.cookie());
    assertRefused("no code", back.replace(code, ""), trip.cookie());
    assertRefused("a made-up code", back.replace(code, "code=made.up.code"), trip.cookie());
    assertRefused("another provider", back.replaceAll("iss=[^&]+", "iss=https%3A%2F%2Fother.example"), trip.cookie());
    Trip other = people.leave();
    String theirState = "state=" + other.address().replaceAll(".*[?&]state=([^&]+).*", "$1");
    assertRefused("the code of another trip", back.replace(state, theirState), other.cookie());
  }

  @Test
  void aTripIsOverAfterFiveMinutes() throws Exception {
    for (long seconds : new long[] {-301, -86_400, 60}) {
      Trip trip = people.leave();
      String back = HealthProfessionals.back(trip, people.pharmacist());
      String moved = resealed(trip, content -> content.putLong(0, Instant.now().getEpochSecond() + seconds));
      assertRefused("begun in " + seconds + " s", back, moved);
    }
  }

  @Test
  void anAnswerHasTheNonceAndTheVerifierOfItsTrip() throws Exception {
    for (int at : new int[] {8 + 32, 8 + 64}) {
      Trip trip = people.leave();
      String back = HealthProfessionals.back(trip, people.pharmacist());
      String other = resealed(trip, content -> content.put(at, (byte) ~content.get(at)));
      assertRefused("byte " + at + " is another", back, other);
    }
    Trip trip = people.leave();
    String back = HealthProfessionals.back(trip, people.pharmacist());
    String same = resealed(trip, content -> content);
    assertEquals(200, Newcomer.get(portal, back, same).statusCode(), "resealed as it was");
  }

  @Test
  void onlyTheInvitedPharmacistAtTheInvitedPharmacyGetsIn() throws SQLException {
    assertStaysOutside("a physician", people.physician());
    assertStaysOutside("a pharmacist elsewhere", people.elsewhere());
    for (String change :
        new String[] {"rpps = '10003456797'", "rpps = NULL", "disabled_on = CURRENT_DATE", "factor_disabled = TRUE",
          "role = 3, pharmacy = NULL", "role = 4, pharmacy = NULL"}) {
      change(change);
      assertStaysOutside(change, people.pharmacist());
      putBack();
    }
    Newcomer colleague = Newcomer.in(portal, Role.PHARMACIST);
    try (Connection db = portal.owner();
        PreparedStatement update = db.prepareStatement("UPDATE member SET rpps = ? WHERE email = ?")) {
      update.setString(1, NUMBER);
      update.setString(2, colleague.email());
      update.executeUpdate();
      assertStaysOutside("one of two with that number", people.pharmacist());
      update.setString(1, null);
      update.executeUpdate();
    }
    Trip trip = people.leave();
    String back = HealthProfessionals.back(trip, people.pharmacist());
    assertEquals(200, Newcomer.get(portal, back, trip.cookie()).statusCode(), "everything as before");
  }

  @Test
  void nothingThatTheProviderSaysIsRepeated() {
    Trip trip = people.leave();
    String state = trip.address().replaceAll(".*[?&]state=([^&]+).*", "$1");
    String back = "/staff/psc/return?error=access_denied&error_description=needle%3Cscript%3E&state=" + state;
    assertRefused("an error", back, trip.cookie());
    assertFalse(Newcomer.get(portal, back, trip.cookie()).body().contains("needle"));
  }

  private void assertStaysOutside(String who, Keycloak.Person person) {
    Trip trip = people.leave();
    assertRefused(who, HealthProfessionals.back(trip, person), trip.cookie());
  }

  private void assertRefused(String what, String back, String cookie) {
    HttpResponse<String> answer = Newcomer.get(portal, back, cookie);
    HttpResponse<String> one = Newcomer.get(portal, "/staff/psc/return?state=none", "");
    assertEquals(403, answer.statusCode(), what);
    assertEquals("", session(answer), what);
    assertEquals(Pages.withoutEcho(one.body()), Pages.withoutEcho(answer.body()), what);
  }

  /** Of the trail, that somebody came in this way. */
  private long lines() throws SQLException {
    try (Connection db = portal.owner();
        PreparedStatement count = db.prepareStatement("SELECT COUNT(*) FROM trail WHERE kind = ?")) {
      count.setInt(1, TrailKind.SIGNED_IN_BY_PROSANTE.code());
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private void putBack() throws SQLException {
    change(
        "rpps = '" + NUMBER + "', disabled_on = NULL, factor_disabled = FALSE, role = 1,"
            + " pharmacy = (SELECT pharmacy FROM pharmacy WHERE name = 'Pharmacie de la Gare')");
  }

  private void change(String what) throws SQLException {
    try (Connection db = portal.owner();
        PreparedStatement update = db.prepareStatement("UPDATE member SET " + what + " WHERE email = ?")) {
      update.setString(1, member.email());
      assertEquals(1, update.executeUpdate());
    }
  }

  /** What a thief of the staff key could make of a cookie. */
  private String resealed(Trip trip, UnaryOperator<ByteBuffer> change) throws Exception {
    StaffKey key = staffKey();
    String[] cookie = trip.cookie().split("=", 2);
    ByteBuffer content =
        ByteBuffer.wrap(key.openAfterTrip(new Sealed(Base64.getUrlDecoder().decode(cookie[1]))));
    byte[] sealed = key.sealForTrip(change.apply(content).array(), new SecureRandom()).bytes();
    return cookie[0] + '=' + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  private StaffKey staffKey() throws Exception {
    try (Stream<Path> files = Files.walk(portal.demo().keyDirectory())) {
      Path file = files.filter(path -> path.getFileName().toString().startsWith("staff")).findFirst().orElseThrow();
      return StaffKey.of(Arrays.copyOf(Files.readAllBytes(file), 32));
    }
  }

  private static String session(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .map(line -> line.replaceAll(";.*", ""))
        .filter(cookie -> cookie.startsWith("__Host-souspli"))
        .findFirst()
        .orElse("");
  }
}
