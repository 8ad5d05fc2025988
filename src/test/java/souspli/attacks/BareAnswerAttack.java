package souspli.attacks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import souspli.fixtures.Portal;
import souspli.web.PublicPaths;

/** Somebody who looks for one answer without its walls: to frame it, script it, or find it in a cache. */
class BareAnswerAttack {
  private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "X-Robots-Tag", "noindex");

  private static final List<String> POLICY =
      List.of(
          "default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "object-src 'none'");

  private final Portal portal = Portal.shared();

  @Test
  void everyAnswerHasItsWalls() {
    List<String> paths = new ArrayList<>(PublicPaths.all());
    paths.addAll(
        List.of(
            "/nothing", "/staff/nothing", "/WEB-INF/web.xml", "/log/nothing",
            "/jakarta.faces.resource/theme.css.xhtml?ln=primefaces-souspli",
            "/jakarta.faces.resource/nothing.css.xhtml"));
    assertAll(
        paths.stream()
            .flatMap(path -> List.of("GET", "HEAD", "POST", "PUT").stream().map(method -> List.of(method, path)))
            .map(call -> () -> assertHasWalls(call.get(0), call.get(1))));
  }

  private void assertHasWalls(String method, String path) throws Exception {
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(portal.baseUrl() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    String call = method + ' ' + path + ' ' + answer.statusCode();
    ALWAYS.forEach(
        (name, value) -> assertEquals(List.of(value), answer.headers().allValues(name), call + ' ' + name));
    assertTrue(answer.headers().firstValue("Permissions-Policy").isPresent(), call);
    boolean leaves = path.equals("/staff/psc"); // with the one cookie that is set before somebody is in
    assertTrue(
        answer.headers().allValues("Set-Cookie").stream().allMatch(set -> leaves && set.startsWith("__Host-psc=")),
        call + " sets a cookie");
    assertFalse(answer.headers().firstValue("Access-Control-Allow-Origin").isPresent(), call);
    if (!path.startsWith("/jakarta.faces.resource/") || answer.statusCode() != 200) {
      assertEquals(List.of("no-store"), answer.headers().allValues("Cache-Control"), call);
    }
    List<String> policies = answer.headers().allValues("Content-Security-Policy");
    assertEquals(1, policies.size(), call + " has " + policies);
    POLICY.forEach(part -> assertTrue(policies.getFirst().contains(part), call + " lacks " + part));
    assertFalse(policies.getFirst().contains("unsafe-"), call + ' ' + policies);
  }
}
