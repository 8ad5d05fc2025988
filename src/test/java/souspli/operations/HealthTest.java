package souspli.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthTest {
  private int port;
  private Health health;

  @BeforeEach
  void open() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    health =
        Health.open(
            port,
            Runnable::run,
            Map.of(
                "/health/live", () -> Health.Answer.of(true),
                "/health/ready", () -> Health.Answer.of(false)));
  }

  @AfterEach
  void close() {
    health.close();
  }

  @Test
  void says_yes_or_no() throws Exception {
    assertEquals("200 yes\n", ask("GET", "/health/live"));
    assertEquals("503 no\n", ask("GET", "/health/ready"));
    assertEquals("200 ", ask("HEAD", "/health/live"));
  }

  @Test
  void says_nothing_else() throws Exception {
    assertEquals("404 ", ask("GET", "/"));
    assertEquals("404 ", ask("GET", "/health/live/"));
    assertEquals("404 ", ask("POST", "/health/live"));
  }

  @Test
  void listens_on_this_machine_alone() throws Exception {
    try (Socket here = new Socket()) {
      here.connect(new InetSocketAddress("127.0.0.1", port), 2000);
      assertTrue(here.getInetAddress().isLoopbackAddress());
    }
    try (ServerSocket elsewhere = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.2"))) {
      assertTrue(elsewhere.isBound(), "the port of every other address is free");
    }
  }

  private String ask(String method, String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build();
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    }
  }
}
