package souspli.attacks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import souspli.fixtures.DemoDescription.Person;
import souspli.fixtures.Portal;

/** Somebody without an account who wants one, or wants to know who has one. */
class UninvitedAttack {
  private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Portal portal = Portal.shared();

  @Test
  void everyPageOfTheStaffIsOneRedirectWhetherItExistsOrNot() throws Exception {
    String one = shape(send("GET", "/staff/nothing", ""));
    assertEquals("303", one.substring(0, 3));
    assertAll(
        Stream.of("/staff/counter", "/staff/support", "/staff/members", "/staff/sign-out", "/staff/a/b")
            .flatMap(path -> Stream.of("GET", "POST").map(method -> List.of(method, path)))
            .map(call -> () -> assertEquals(one, shape(send(call.get(0), call.get(1), "a=b")), call.toString())));
  }

  @Test
  void noInventedInvitationMakesAMember() throws Exception {
    long before = members();
    List<String> secrets = new ArrayList<>(List.of("", "x", "0", "' OR '1'='1", "A".repeat(43), "A".repeat(400)));
    for (int i = 0; i < 20; i++) {
      secrets.add(Long.toHexString(ThreadLocalRandom.current().nextLong()).repeat(43).substring(0, 43));
    }
    for (String secret : secrets) {
      String form = field("secret", secret) + '&' + field("enrolment", "AAAA") + "&role=ADMINISTRATOR&email=a@b.example"
          + "&password=fifteen-characters-and-more&again=fifteen-characters-and-more&totp=123456";
      for (String body : List.of(field("secret", secret), form)) {
        HttpResponse<String> answer = send("POST", "/staff/invitation", body);
        assertEquals(403, answer.statusCode(), body);
        assertFalse(answer.headers().firstValue("Set-Cookie").isPresent(), body);
      }
    }
    assertEquals(before, members());
  }

  @Test
  void whoHasAnAccountIsNotToldAtTheDoor() throws Exception {
    Person member = portal.demo().first("administrator");
    String unknown = refusal("nobody@demo.example", member.password(), "000000");
    assertEquals(unknown, refusal(member.email(), "not the password of anybody", "000000"), "wrong password");
    assertEquals(unknown, refusal(member.email(), member.password(), "000000"), "wrong digits");
    assertEquals(unknown, refusal(member.email(), member.password(), ""), "no digits");
    assertEquals(unknown, refusal(member.email(), "", ""), "nothing");
  }

  private String refusal(String email, String password, String digits) throws Exception {
    String form = field("email", email) + '&' + field("password", password) + '&' + field("totp", digits);
    HttpResponse<String> answer = send("POST", "/staff/", form);
    assertFalse(answer.headers().firstValue("Set-Cookie").isPresent());
    return Pages.withoutEcho(shape(answer)).replace(email, "");
  }

  private long members() throws SQLException {
    try (Connection database = portal.database();
        ResultSet count = database.createStatement().executeQuery("SELECT COUNT(*) FROM member")) {
      count.next();
      return count.getLong(1);
    }
  }

  private HttpResponse<String> send(String method, String path, String form) throws IOException, InterruptedException {
    ThreadLocalRandom chance = ThreadLocalRandom.current();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(portal.baseUrl() + path))
            .header("Accept-Language", "fr")
            .header("X-Forwarded-For", "11.%d.%d.9".formatted(chance.nextInt(256), chance.nextInt(256)))
            .header("Content-Type", "application/x-www-form-urlencoded");
    request.method(
        method,
        method.equals("GET") ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(form));
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String shape(HttpResponse<String> answer) {
    return answer.statusCode() + " " + answer.headers().firstValue("Location").orElse("") + '\n' + answer.body();
  }

  private static String field(String name, String value) {
    return name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
