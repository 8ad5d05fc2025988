package souspli.operations;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Answers about the portal's health on a loopback port of its own, never on the public one, and nothing else. */
final class Health implements AutoCloseable {
  private final HttpServer server;

  private Health(HttpServer server) {
    this.server = server;
  }

  /** What one path answers. */
  record Answer(int status, String text) {
    static Answer of(boolean well) {
      return well ? new Answer(200, "yes\n") : new Answer(503, "no\n");
    }
  }

  /** Listens at once; each answer is computed when asked for. */
  static Health open(int port, Executor threads, Map<String, Supplier<Answer>> paths) {
    try {
      InetSocketAddress here = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
      Health health = new Health(HttpServer.create(here, 16));
      health.server.setExecutor(threads);
      health.server.createContext("/", exchange -> health.answer(exchange, paths));
      health.server.start();
      return health;
    } catch (IOException e) {
      throw new UncheckedIOException("souspli.management-port: cannot listen on " + port, e);
    }
  }

  private void answer(HttpExchange exchange, Map<String, Supplier<Answer>> paths) throws IOException {
    try (exchange) {
      Supplier<Answer> path = paths.get(exchange.getRequestURI().getPath());
      boolean head = exchange.getRequestMethod().equals("HEAD");
      Answer answer =
          path == null || !head && !exchange.getRequestMethod().equals("GET") ? new Answer(404, "") : path.get();
      byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(answer.status(), head || body.length == 0 ? -1 : body.length);
      if (!head && body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
