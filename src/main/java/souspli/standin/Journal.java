package souspli.standin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reports that arrived, one line each time one changed. Of a report it knows id, status, how often it changed,
 * and a digest of what came, which tells a repetition from a change: never a trait or an outcome.
 */
final class Journal {
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
      return Json.createObjectBuilder()
          .add("reportId", reportId)
          .add("status", status)
          .add("version", version)
          .build();
    }

    private static Report read(String line) {
      try (var reader = Json.createReader(new StringReader(line))) {
        JsonObject json = reader.readObject();
        return new Report(
            json.getString("reportId"), json.getString("status"), json.getInt("version"), json.getString("digest"));
      }
    }
  }

  /** Keeps it durably and returns it; the same once more changes nothing. */
  synchronized Report received(String reportId, String status, String digest) throws IOException {
    Optional<Report> before = Optional.ofNullable(reports.get(reportId));
    if (before.filter(known -> known.digest().equals(digest)).isPresent()) {
      return before.get();
    }
    Report report = new Report(reportId, status, before.map(Report::version).orElse(0) + 1, digest);
    String line = Json.createObjectBuilder(report.json()).add("digest", digest).build() + "\n";
    Files.write(
        file, line.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    remember(report);
    return report;
  }

  /** Each report once, as it stands now, in the order in which they first came. */
  synchronized String text() {
    JsonArrayBuilder all = Json.createArrayBuilder();
    reports.values().forEach(report -> all.add(report.json()));
    return all.build().toString();
  }

  /** Every change, in the order in which they came. */
  synchronized List<Report> changes() {
    return List.copyOf(changes);
  }

  private void remember(Report report) {
    reports.put(report.reportId(), report);
    changes.add(report);
  }
}
