package souspli.standin;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reports that arrived, one line each time one changed. Of a report it knows id, status, how often it changed,
 * and a digest of what came, which tells a repetition from a change: never a trait or an outcome.
 */
final class Journal implements Keeper {
  private static final JsonProvider JSON = JsonProvider.provider();

  private final Path file;
  private final Map<String, Report> reports = new LinkedHashMap<>();
  private final List<Report> changes = new ArrayList<>();

  /** Goes on where the file ends, if there is one. */
  Journal(Path file) throws IOException {
    this.file = file;
    if (Files.exists(file)) {
      Files.readAllLines(file).forEach(line -> remember(Report.read(line)));
    }
  }

  /**
   * One report as it stands.
   *
   * @param version how often it changed, from 1
   */
  public record Report(String reportId, String status, int version, String digest) {
    private JsonObject json() {
      return JSON.createObjectBuilder()
          .add("reportId", reportId)
          .add("status", status)
          .add("version", version)
          .build();
    }

    private static Report read(String line) {
      try (var reader = JSON.createReader(new StringReader(line))) {
        JsonObject json = reader.readObject();
        return new Report(
            json.getString("reportId"), json.getString("status"), json.getInt("version"), json.getString("digest"));
      }
    }
  }

  /** Does the whole transaction or throws. */
  @Override
  public Kept keep(byte[] body) throws IOException {
    JsonObject bundle = JSON.createReader(new ByteArrayInputStream(body)).readObject();
    JsonArrayBuilder done = JSON.createArrayBuilder();
    if (!bundle.getString("type").equals("transaction")) {
      throw new JsonException("no transaction");
    }
    for (JsonValue entry : bundle.getJsonArray("entry")) {
      JsonObject resource = entry.asJsonObject().getJsonObject("resource");
      String type = resource.getString("resourceType");
      int version = 1;
      if (type.equals("DiagnosticReport")) {
        String id = resource.getJsonArray("identifier").getJsonObject(0).getString("value");
        version = received(id, resource.getString("status"), digest(body)).version();
      }
      done.add(
          JSON.createObjectBuilder()
              .add(
                  "response",
                  JSON.createObjectBuilder()
                      .add("status", version == 1 ? "201 Created" : "200 OK")
                      .add("location", type + "/1/_history/" + version)));
    }
    JsonObject answer =
        JSON.createObjectBuilder()
            .add("resourceType", "Bundle")
            .add("type", "transaction-response")
            .add("entry", done)
            .build();
    return new Kept(200, answer.toString());
  }

  /** Keeps it durably and returns it; the same once more changes nothing. */
  private synchronized Report received(String reportId, String status, String digest) throws IOException {
    Optional<Report> before = Optional.ofNullable(reports.get(reportId));
    if (before.filter(known -> known.digest().equals(digest)).isPresent()) {
      return before.get();
    }
    Report report = new Report(reportId, status, before.map(Report::version).orElse(0) + 1, digest);
    String line = JSON.createObjectBuilder(report.json()).add("digest", digest).build() + "\n";
    Files.write(
        file, line.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    remember(report);
    return report;
  }

  /** Each report once, as it stands now, in the order in which they first came. */
  synchronized String text() {
    JsonArrayBuilder all = JSON.createArrayBuilder();
    reports.values().forEach(report -> all.add(report.json()));
    return all.build().toString();
  }

  /** Every change, in the order in which they came. */
  synchronized List<Report> changes() {
    return List.copyOf(changes);
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private void remember(Report report) {
    reports.put(report.reportId(), report);
    changes.add(report);
  }
}
