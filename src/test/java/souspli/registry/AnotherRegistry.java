package souspli.registry;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import souspli.standin.Keeper;

/**
 * HAPI's JPA server in a JVM of its own: a registry that nobody here wrote. Its libraries come from the build,
 * which writes their class path into the file named by {@code souspli.registry-server}.
 */
final class AnotherRegistry implements AutoCloseable {
  private final Process process;
  private final URI base;
  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private AnotherRegistry(Process process, URI base) {
    this.process = process;
    this.base = base;
  }

  static AnotherRegistry start() throws IOException {
    Path libraries = Path.of(System.getProperty("souspli.registry-server", "target/registry-server.classpath"));
    if (!Files.exists(libraries)) {
      throw new IOException(libraries + " is missing: mvn verify makes it before the integration tests");
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx900m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                Files.readString(libraries).strip(),
                "src/test/registry-server/JpaRegistry.java")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith("port: ")) {
        return new AnotherRegistry(process, URI.create("http://127.0.0.1:" + line.substring(6) + "/fhir/"));
      }
    }
    throw new IOException("the JPA server ended with " + process.exitValue());
  }

  /** Passes a transaction on, and its answer back. */
  Keeper.Kept keep(byte[] bundle) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(base)
            .header("Content-Type", "application/fhir+json")
            .POST(BodyPublishers.ofByteArray(bundle))
            .build();
    HttpResponse<String> answer = send(request);
    return new Keeper.Kept(answer.statusCode(), answer.body());
  }

  /** Every resource of a type, as it is now. */
  List<JsonObject> all(String type) {
    try {
      HttpResponse<String> answer =
          send(
              HttpRequest.newBuilder(base.resolve(type + "?_count=500"))
                  .header("Cache-Control", "no-cache")
                  .build());
      try (var reader = Json.createReader(new StringReader(answer.body()))) {
        JsonObject found = reader.readObject();
        return !found.containsKey("entry")
            ? List.of()
            : found.getJsonArray("entry").stream()
                .map(JsonValue::asJsonObject)
                .map(entry -> entry.getJsonObject("resource"))
                .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IOException("stopped", e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    http.shutdownNow();
  }
}
