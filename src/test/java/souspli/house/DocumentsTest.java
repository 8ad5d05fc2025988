package souspli.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say is what the code has: each list is compared in both directions. */
class DocumentsTest {
  private static final Path DOCS = Path.of("src/docs");
  private static final Path ROOMS = Path.of("src/main/java/souspli");

  /** A line of a table that begins with one name in backticks. */
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

  @Test
  void architectureNamesEveryRoom() throws IOException {
    assertEquals(folders(ROOMS), firstColumn(Files.readString(DOCS.resolve("architecture.md"))));
  }

  @Test
  void readmeNamesEveryRoom() throws IOException {
    Set<String> missing = folders(ROOMS);
    missing.removeAll(found(Pattern.compile("`([a-z]+)`"), Files.readString(Path.of("README.md"))));
    assertEquals(Set.of(), missing);
  }

  @Test
  void operationsNamesEverySetting() throws IOException {
    String code =
        House.files("main/java/souspli/settings", ".java").stream().map(House::text).collect(Collectors.joining());
    assertEquals(
        found(Pattern.compile("\"(souspli\\.[a-z.-]+)\""), code),
        found(Pattern.compile("(?m)^\\| `(souspli\\.[^`]+)` \\|"), Files.readString(DOCS.resolve("operations.md"))));
  }

  @Test
  void operationsNamesEveryCommand() throws IOException {
    String code = Files.readString(ROOMS.resolve("commands/Main.java"));
    assertEquals(
        found(Pattern.compile("commands\\.put\\(\"([a-z-]+)\""), code),
        found(Pattern.compile("(?m)^\\| `souspli ([a-z-]+)` \\|"), Files.readString(DOCS.resolve("operations.md"))));
  }

  @Test
  void everyThreatNamesAnAttackAndEveryAttackHasItsThreat() throws IOException {
    Path attacks = Path.of("src/test/java/souspli/attacks");
    Set<String> classes = Files.isDirectory(attacks) ? namesIn(attacks, "(\\w+Attack)\\.java") : Set.of();
    String threats = Files.readString(DOCS.resolve("threat-model.md"));
    assertEquals(classes, found(Pattern.compile("(?m)\\| `(\\w+Attack)` \\|$"), threats));
  }

  @Test
  void aDecisionsNumberIsNotUsedTwice() throws IOException {
    List<Path> decisions;
    try (Stream<Path> files = Files.list(DOCS.resolve("decisions"))) {
      decisions = files.filter(file -> !file.endsWith("README.md")).sorted().toList();
    }
    Set<Integer> numbers = new TreeSet<>();
    for (Path decision : decisions) {
      String name = decision.getFileName().toString();
      assertTrue(name.matches("[0-9]{4}-[a-z0-9-]+\\.md"), name);
      int number = Integer.parseInt(name.substring(0, 4));
      assertTrue(numbers.add(number), name + " has a number that was used before");
      assertTrue(Files.readString(decision).startsWith("# " + number + ". "), name + " has another title");
    }
  }

  @Test
  void everyLinkBetweenDocumentsLeadsSomewhere() throws IOException {
    Pattern link = Pattern.compile("\\]\\(([^)#:]+)\\)");
    for (Path document : documents()) {
      for (String target : found(link, Files.readString(document))) {
        assertTrue(Files.exists(document.resolveSibling(target)), document + " points to " + target);
      }
    }
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(DOCS)) {
      return Stream.concat(Stream.of(Path.of("README.md").toAbsolutePath()), files)
          .filter(file -> file.toString().endsWith(".md"))
          .toList();
    }
  }

  private static Set<String> firstColumn(String document) {
    return found(ROW, document);
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> namesIn(Path folder, String pattern) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      String names = files.map(file -> file.getFileName().toString()).collect(Collectors.joining("\n"));
      return found(Pattern.compile("(?m)^" + pattern + "$"), names);
    }
  }

  private static Set<String> folders(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isDirectory)
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
