package souspli.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import souspli.fixtures.DemoDescription;
import souspli.fixtures.Portal;

/** A program with the wrong key, or with the right key of another pharmacy. */
class ForeignKeyAttack {
  private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final String RESULT = "{\"outcomes\":\"invalid\",\"early\":\"lines-clear\",\"reason\":\"read-wrong\"}";

  /** As in {@code /api/v1/openapi.json}: method, path behind the number, body. */
  private static final List<List<String>> CALLS =
      List.of(
          List.of("GET", "", ""),
          List.of("PUT", "/result", RESULT),
          List.of("POST", "/withdraw", ""),
          List.of("POST", "/reissue", "{}"));

  private final Portal portal = Portal.shared();
  private final String nobodys = "0000000000";

  @Test
  void anotherPharmacysNumberIsAnsweredLikeNone() throws Exception {
    DemoDescription demo = portal.demo();
    DemoDescription.Slip slip = demo.in("pending").getFirst();
    String own = demo.apiKeys().get(0).key();
    String foreign = demo.apiKeys().get(1).key();
    assertNotEquals(demo.apiKeys().get(0).pharmacy(), demo.apiKeys().get(1).pharmacy());
    assertEquals(200, call(own, "GET", slip.slipNumber(), "", "").statusCode(), "the slip is not there at all");
    for (List<String> call : CALLS) {
      HttpResponse<String> none = call(foreign, call.get(0), nobodys, call.get(1), call.get(2));
      HttpResponse<String> theirs = call(foreign, call.get(0), slip.slipNumber(), call.get(1), call.get(2));
      assertEquals(404, none.statusCode(), call.toString());
      assertSame(none, theirs, call.toString());
    }
    assertTrue(call(own, "GET", slip.slipNumber(), "", "").body().contains("\"pending\""), "it was reached");
  }

  @Test
  void everyKeyThatDoesNotLetInGetsOneAnswer() throws Exception {
    String number = portal.demo().in("pending").getFirst().slipNumber();
    String right = portal.demo().apiKeys().getFirst().key();
    HttpResponse<String> one = call(null, "GET", number, "", "");
    assertEquals(401, one.statusCode());
    assertEquals(Optional.of("application/problem+json"), one.headers().firstValue("Content-Type"));
    List<String> keys = new ArrayList<>();
    keys.add(revoked());
    keys.add(guessed());
    keys.add(right.substring(0, right.length() - 1));
    keys.add(right.substring("souspli_".length()));
    keys.add("");
    for (String key : keys) {
      for (List<String> call : CALLS) {
        for (String slip : List.of(number, nobodys)) {
          assertSame(one, call(key, call.get(0), slip, call.get(1), call.get(2)), call.toString());
        }
      }
      assertSame(one, send(key, "POST", "/api/v1/slips", "{}"), "issue");
    }
    // what does not exist is the one page for them, key or no key
    HttpResponse<String> page = send(null, "GET", "/there-is-no-such-page", "");
    for (String path : List.of("/api/v1/slips/1", "/api/v1/slips/" + number + "/", "/api/v1/keys", "/api/v2/slips")) {
      assertSame(page, send(null, "GET", path, ""), path);
      assertSame(page, send(right, "GET", path, ""), path);
    }
    assertSame(page, send(right, "GET", "/api/v1/slips", ""), "there is no list");
  }

  @Test
  void noKeyStandsInTheDatabase() throws Exception {
    String key = portal.demo().apiKeys().getFirst().key();
    byte[] bytes = Base64.getUrlDecoder().decode(key.substring("souspli_".length()));
    try (Connection database = portal.database();
        PreparedStatement search =
            database.prepareStatement("SELECT COUNT(*) FROM api_key WHERE key_hash = ? OR name LIKE ?")) {
      search.setBytes(1, bytes);
      search.setString(2, "%" + key + "%");
      try (var row = search.executeQuery()) {
        row.next();
        assertEquals(0, row.getInt(1));
      }
    }
  }

  /** A key that worked once: one of the demo's, taken back while its twin goes on. */
  private String revoked() throws Exception {
    String key = guessed();
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(Base64.getUrlDecoder().decode(key.substring("souspli_".length())));
    try (Connection database = portal.owner();
        PreparedStatement copy =
            database.prepareStatement(
                """
                INSERT INTO api_key (api_key, key_hash, pharmacy, made_by, name, made_on, revoked_on)
                SELECT ?, ?, pharmacy, made_by, 'Revoked', made_on, ? FROM api_key WHERE name = 'Demo' LIMIT 1
                """)) {
      copy.setLong(1, ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
      copy.setBytes(2, hash);
      copy.setObject(3, null);
      assertEquals(1, copy.executeUpdate());
      assertEquals(404, call(key, "GET", nobodys, "", "").statusCode(), "it never worked");
      try (PreparedStatement revoke =
          database.prepareStatement("UPDATE api_key SET revoked_on = made_on WHERE key_hash = ?")) {
        revoke.setBytes(1, hash);
        assertEquals(1, revoke.executeUpdate());
      }
    }
    return key;
  }

  private static String guessed() {
    byte[] bytes = new byte[32];
    ThreadLocalRandom.current().nextBytes(bytes);
    return "souspli_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private HttpResponse<String> call(String key, String method, String number, String end, String body)
      throws Exception {
    return send(key, method, "/api/v1/slips/" + number + end, body);
  }

  private HttpResponse<String> send(String key, String method, String path, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(portal.baseUrl() + path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static void assertSame(HttpResponse<String> expected, HttpResponse<String> answer, String call) {
    assertEquals(expected.statusCode(), answer.statusCode(), call);
    assertEquals(expected.body(), answer.body(), call);
    assertEquals(comparable(expected), comparable(answer), call);
  }

  private static Map<String, List<String>> comparable(HttpResponse<String> answer) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(answer.headers().map());
    headers.remove("Date");
    headers.remove("Connection");
    return headers;
  }
}
