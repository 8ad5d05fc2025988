package souspli.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Takes FHIR transactions at {@link #url} from whoever has a certificate of its authority, and shows at {@link
 * #journal}, in plain HTTP on loopback, which reports arrived. Listens on this machine alone.
 */
public final class StandInRegistry implements AutoCloseable {
  private static final JsonProvider JSON = JsonProvider.provider();
  private static final int LONGEST = 1 << 20;

  private final Journal journal;
  private final Keeper keeper;
  private final Supplier<Fault> faults;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpsServer registry;
  private final HttpServer list;

  private StandInRegistry(
      Journal journal, Keeper keeper, Supplier<Fault> faults, HttpsServer registry, HttpServer list) {
    this.journal = journal;
    this.keeper = keeper;
    this.faults = faults;
    this.registry = registry;
    this.list = list;
  }

  /**
   * @param port its port, 0 for any free one
   * @param journal file in which it remembers what arrived
   * @param us what it shows
   * @param authority who must have signed the certificates of others
   * @param faults asked before each message
   */
  public static StandInRegistry start(
      int port, Path journal, Authority.Identity us, X509Certificate authority, Supplier<Fault> faults)
      throws IOException {
    Journal ours = new Journal(journal);
    return start(port, ours, ours, us, authority, faults);
  }

  /** One that only stands before another registry: the faults are its own, what is kept is kept there. */
  public static StandInRegistry before(
      Keeper other, Path journal, Authority.Identity us, X509Certificate authority, Supplier<Fault> faults)
      throws IOException {
    return start(0, new Journal(journal), other, us, authority, faults);
  }

  private static StandInRegistry start(
      int port,
      Journal journal,
      Keeper keeper,
      Authority.Identity us,
      X509Certificate authority,
      Supplier<Fault> faults)
      throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    HttpsServer registry = HttpsServer.create(new InetSocketAddress(here, port), 64);
    HttpServer list = HttpServer.create(new InetSocketAddress(here, 0), 16);
    StandInRegistry standIn = new StandInRegistry(journal, keeper, faults, registry, list);
    registry.setHttpsConfigurator(new Mutual(us, authority));
    registry.setExecutor(standIn.threads);
    registry.createContext("/fhir", standIn::take);
    registry.start();
    list.setExecutor(standIn.threads);
    list.createContext("/journal", standIn::show);
    list.start();
    return standIn;
  }

  /** Its FHIR base. */
  public URI url() {
    return URI.create("https://localhost:" + registry.getAddress().getPort() + "/fhir");
  }

  /**
   * A JSON array of the reports that arrived, oldest first, each with {@code reportId}, {@code status}, {@code
   * version}.
   */
  public URI journal() {
    return URI.create("http://localhost:" + list.getAddress().getPort() + "/journal");
  }

  /** Every change of a report in the order in which they came, as {@code reportId status version}. */
  public List<String> changes() {
    return journal.changes().stream()
        .map(report -> report.reportId() + " " + report.status() + " " + report.version())
        .toList();
  }

  @Override
  public void close() {
    registry.stop(0);
    list.stop(0);
    threads.shutdownNow();
  }

  private void show(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange, 200, "application/json", journal.text());
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(LONGEST);
      Fault fault = faults.get();
      switch (fault) {
        case CLOSES_BEFORE -> { }
        case UNAVAILABLE -> {
          exchange.getResponseHeaders().set("Retry-After", "1");
          refuse(exchange, 503, "", body);
        }
        case BROKEN -> refuse(exchange, 500, "", body);
        case CONFLICT -> refuse(exchange, 409, "", body);
        case TOO_MANY -> refuse(exchange, 429, "", body);
        case FORBIDDEN -> refuse(exchange, 403, "", body);
        case PRECONDITION -> refuse(exchange, 412, "", body);
        case UNPROCESSABLE -> refuse(exchange, 422, "Bundle.entry[0].resource.address[0].postalCode", body);
        case REDIRECT -> {
          exchange.getResponseHeaders().set("Location", "https://localhost:1/fhir");
          exchange.sendResponseHeaders(307, -1);
        }
        case CLOSES_AFTER -> keeper.keep(body);
        case UNREADABLE -> {
          keeper.keep(body);
          answer(exchange, 200, "text/html", "<p>done</p>");
        }
        case SLOW -> {
          pause();
          answer(exchange, keeper.keep(body));
        }
        case NONE -> answer(exchange, keeper.keep(body));
      }
    } catch (JsonException | ClassCastException | NullPointerException notFhir) {
      refuse(exchange, 400, "Bundle", new byte[0]);
    }
  }

  private static void refuse(HttpExchange exchange, int status, String path, byte[] sent) throws IOException {
    JsonArrayBuilder paths = JSON.createArrayBuilder();
    if (!path.isEmpty()) {
      paths.add(path);
    }
    String outcome =
        JSON.createObjectBuilder()
            .add("resourceType", "OperationOutcome")
            .add("issue", JSON.createArrayBuilder().add(
                JSON.createObjectBuilder()
                    .add("severity", "error")
                    .add("code", "invalid")
                    .add("diagnostics", "will not have " + new String(sent, StandardCharsets.UTF_8))
                    .add("expression", paths)))
            .build()
            .toString();
    answer(exchange, status, "application/fhir+json", outcome);
  }

  private static void answer(HttpExchange exchange, Keeper.Kept kept) throws IOException {
    answer(exchange, kept.status(), "application/fhir+json", kept.answer());
  }

  private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void pause() throws IOException {
    try {
      TimeUnit.SECONDS.sleep(3);
    } catch (InterruptedException e) {
      throw new IOException("stopped", e);
    }
  }
}
