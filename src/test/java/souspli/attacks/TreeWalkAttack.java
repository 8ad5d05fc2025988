package souspli.attacks;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import souspli.fixtures.Portal;

/** Somebody who walks the addresses one by one, as was done to Francetest: there is no tree to walk. */
class TreeWalkAttack {
  private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Portal portal = Portal.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a", "/1", "/result", "/results/1", "/index.html", "/index.xhtml", "/opening/question.xhtml",
        "/opening/answers/Shown.xhtml", "/issuing/counter.xhtml", "/WEB-INF/web.xml",
        "/WEB-INF/classes/db/accounts.sql",
        "/META-INF/MANIFEST.MF", "/-/answer", "/-/opening", "/health", "/health/live", "/metrics", "/openapi", "/admin",
        "/wp-content/uploads/", "/trust/", "/staff", "//", "/%2e/", "/a/../trust", "/trust;a=1",
        "/opening", "/slip", "/resources", "/WEB-INF", "/WEB-INF/views", "/WEB-INF/classes/souspli", "/META-INF", "/-",
        "/jakarta.faces.resource", "/jakarta.faces.resource/", "/jakarta.faces.resource/.xhtml",
        "/jakarta.faces.resource/web.xml.xhtml?ln=..", "/log/checkpoint.php",
        "/api", "/api/v1/", "/api/v1/openapi", "/-/api", "/-/openapi", "/actuator/env", "/.git/config",
        "/resources/primefaces-souspli/theme.css",
        "/jakarta.faces.resource/x/../../opening/answers/Shown.xhtml",
        "/jakarta.faces.resource/../counter/counter.xhtml", "/jakarta.faces.resource//opening/answers/Shown.xhtml",
        "/jakarta.faces.resource/../WEB-INF/web.xml", "/jakarta.faces.resource/no.css.xhtml?ln=primefaces"
      })
  void everyOtherPathIsTheOnePage(String path) throws Exception {
    assertIsTheOnePage(answer("GET", path), path);
  }

  @Test
  void everyOtherMethodIsTheOnePage() {
    assertAll(
        Stream.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "NOTAMETHOD")
            .flatMap(method -> Stream.of("/", "/nothing").map(path -> List.of(method, path)))
            .map(call -> () -> assertIsTheOnePage(answer(call.get(0), call.get(1)), call.toString())));
  }

  @Test
  void nothingIsToldOfTheServer() throws Exception {
    for (String path : List.of("/", "/nothing", "/staff/", "/trust")) {
      Map<String, List<String>> headers = answer("GET", path).headers().map();
      assertTrue(headers.keySet().stream().noneMatch(name -> name.equalsIgnoreCase("Server")), path);
      assertTrue(headers.keySet().stream().noneMatch(name -> name.toLowerCase().startsWith("x-powered")), path);
      assertTrue(headers.keySet().stream().noneMatch(name -> name.equalsIgnoreCase("Set-Cookie")), path);
    }
  }

  private void assertIsTheOnePage(HttpResponse<String> answer, String call) throws Exception {
    HttpResponse<String> page = answer("GET", "/there-is-no-such-page");
    assertEquals(404, answer.statusCode(), call);
    if (!answer.request().method().equals("HEAD")) {
      assertEquals(page.body(), answer.body(), call);
    }
    assertEquals(comparable(page), comparable(answer), call);
  }

  private static Map<String, List<String>> comparable(HttpResponse<String> answer) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(answer.headers().map());
    headers.remove("Date");
    headers.remove("Connection");
    return headers;
  }

  private HttpResponse<String> answer(String method, String path) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(portal.baseUrl() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
