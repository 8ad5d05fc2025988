package souspli.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import souspli.fixtures.Portal;

/** Another site that lets its visitors' browsers post here, and senders of bodies that no page of ours makes. */
class ForeignPostAttack {
  private final Portal portal = Portal.shared();

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site, 10, 403",
    "Sec-Fetch-Site, same-site, 10, 403",
    "Content-Encoding, gzip, 10, 415",
    "Accept, text/html, 65537, 413",
  })
  void isRefusedEarly(String header, String value, int bytes, int status) throws Exception {
    for (String path : new String[] {"/", "/staff/"}) {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(portal.baseUrl() + path))
                      .version(HttpClient.Version.HTTP_1_1)
                      .header(header, value)
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .POST(HttpRequest.BodyPublishers.ofString("a=" + "b".repeat(bytes - 2)))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertEquals(status, answer.statusCode(), path);
      assertFalse(answer.headers().map().keySet().stream().anyMatch(name -> name.startsWith("access-control")), path);
    }
  }

  @Test
  void aBodyOfUnsaidLengthIsRefusedBeforeItIsRead() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(portal.baseUrl() + "/"))
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[200_000])))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals(411, answer.statusCode());
  }
}
