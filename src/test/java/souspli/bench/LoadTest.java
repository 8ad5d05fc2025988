package souspli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadTest {
  @Test
  void is_bounded_in_number_and_counts_what_failed() {
    AtomicInteger calls = new AtomicInteger();
    AtomicInteger made = new AtomicInteger();
    Load.Figures figures =
        Load.run(
            4,
            Duration.ofMinutes(1),
            100,
            number -> {
              made.incrementAndGet();
              return new Load.Client() {
                @Override
                public boolean once() throws IOException {
                  return switch (calls.incrementAndGet() % 10) {
                    case 0 -> throw new IOException("cut");
                    case 5 -> false;
                    default -> true;
                  };
                }

                @Override
                public void close() {}
              };
            });
    assertEquals(100, calls.get());
    assertEquals(20, figures.failed());
    assertEquals(14, made.get(), "a broken connection is replaced");
    assertTrue(figures.perSecond() > 0 && figures.p50() <= figures.p99(), figures.toString());
  }

  @Test
  void is_bounded_in_time() {
    long begun = System.nanoTime();
    Load.run(2, Duration.ofMillis(200), Integer.MAX_VALUE, number -> new Idle());
    assertTrue(System.nanoTime() - begun < Duration.ofSeconds(5).toNanos());
  }

  @Test
  void reads_answers_with_a_length_and_in_chunks() throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    try (var threads = Executors.newSingleThreadExecutor()) {
      server.setExecutor(threads);
      server.createContext(
          "/",
          exchange -> {
            byte[] form = exchange.getRequestBody().readAllBytes();
            byte[] body = form.length == 0 ? "é".repeat(20_000).getBytes(StandardCharsets.UTF_8) : form;
            exchange.sendResponseHeaders(200, form.length == 0 ? 0 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      try (Exchange exchange = new Exchange(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))) {
        assertEquals(new Exchange.Answer(200, "code=1", false), exchange.send("192.0.2.1", "code=1"));
        assertEquals(new Exchange.Answer(200, "é".repeat(20_000), false), exchange.send("192.0.2.1", ""));
      }
      server.stop(0);
    }
  }

  private static final class Idle implements Load.Client {
    @Override
    public boolean once() {
      return true;
    }

    @Override
    public void close() {}
  }
}
