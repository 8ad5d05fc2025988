package souspli.commands;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import souspli.bench.Benchmark;
import souspli.mariadb.DatabaseAddress;

/** Measures a demo, its own or one that runs, beside the database it stands on. */
final class Bench implements Command {
  private static final int FEWEST = 10;

  private final Path home;

  Bench(Path home) {
    this.home = home;
  }

  @Override
  public String summary() {
    return "  measures how fast slips open, beside what the database alone can do";
  }

  @Override
  public String help() {
    return """
        --demo FILE   demo.json of a demo that runs; without it one is made for this and removed
        --seconds N   for each of twelve lines, 1 to 60 (5)
        --slips N     how many slips an own demo makes, from 10 (400)

        Uses ready slips up: half of them are opened again and again, the other half is guessed at until it closes.
        Clients and server share this machine, so the figures are a floor.""";
  }

  @Override
  public Set<String> options() {
    return Set.of("--demo", "--seconds", "--slips");
  }

  @Override
  public void run(Arguments arguments) throws IOException {
    arguments.noWords();
    Duration time = Duration.ofSeconds(arguments.number("--seconds", 5, 1, 60));
    int slips = arguments.number("--slips", 400, FEWEST, 100_000);
    Optional<Path> running = arguments.option("--demo").map(Path::of);
    if (running.isPresent()) {
      measure(running.get(), time);
      return;
    }
    Path directory = Files.createTempDirectory("souspli-bench-");
    try (RunningDemo demo = RunningDemo.start(home, directory, 0, slips)) {
      measure(demo.description(), time);
    } finally {
      ServeArguments.remove(directory);
    }
  }

  private static void measure(Path description, Duration time) throws IOException {
    JsonObject demo;
    try (JsonReader reader = Json.createReader(Files.newInputStream(description))) {
      demo = reader.readObject();
    }
    List<Benchmark.Slip> slips =
        demo.getJsonArray("slips").getValuesAs(JsonObject.class).stream()
            .filter(slip -> slip.getString("state").equals("ready"))
            .map(slip -> new Benchmark.Slip(slip.getString("code"), LocalDate.parse(slip.getString("dateOfBirth"))))
            .toList();
    if (slips.size() < FEWEST) {
      throw new CouldNot(description + " holds fewer than " + FEWEST + " ready slips");
    }
    Optional<DatabaseAddress> database =
        DatabaseAddress.lastIn(description.toAbsolutePath().resolveSibling("database"))
            .filter(DatabaseAddress::answers);
    try {
      new Benchmark(URI.create(demo.getString("baseUrl")), slips, time).run(database, System.out::println);
    } catch (SQLException e) {
      throw new CouldNot("the database cannot be measured: " + e.getMessage(), e);
    }
  }
}
