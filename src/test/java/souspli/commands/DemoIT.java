package souspli.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code souspli demo} as a person has it at a terminal: what it prints, what stops it, what it keeps. */
class DemoIT {
  private static final Path SOUSPLI =
      Path.of(System.getProperty("souspli.distribution", "target/souspli"), "bin", "souspli").toAbsolutePath();

  @TempDir private Path folder;
  private Process demo;

  @AfterEach
  void leaveNothingRunning() throws Exception {
    if (demo != null) {
      List<ProcessHandle> all = demo.descendants().toList();
      demo.destroy();
      assertTrue(demo.waitFor(60, TimeUnit.SECONDS), "it does not stop");
      all.forEach(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  void prints_how_to_get_in_survives_a_kill_and_stops_in_order() throws Exception {
    start();
    String said = output();
    assertTrue(said.contains("pharmacist"), said);
    assertTrue(said.contains("Pharmacie de la Gare"), said);
    assertTrue(said.contains("█"), "a QR code");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(description())));
    String slips = slips();

    // Enter: fresh digits; the end of the input changes nothing
    demo.getOutputStream().write('\n');
    demo.getOutputStream().flush();
    await("digits on Enter", () -> count(output(), "claire.martin") == 2);
    demo.getOutputStream().close();
    assertFalse(demo.waitFor(1, TimeUnit.SECONDS), "it stopped with its input");

    // one directory, one demo
    Process second = command("second.txt");
    assertTrue(second.waitFor(60, TimeUnit.SECONDS));
    assertEquals(1, second.exitValue());
    assertTrue(Files.readString(folder.resolve("second.txt")).contains("in use"));

    // killed: both children go, and the next start has everything
    List<ProcessHandle> children = demo.descendants().toList();
    assertTrue(children.size() >= 2, children.toString());
    demo.destroyForcibly().waitFor();
    gone(children);
    start();
    assertEquals(slips, slips());

    // told to stop: nothing is left
    children = demo.descendants().toList();
    demo.destroy();
    assertTrue(demo.waitFor(60, TimeUnit.SECONDS));
    gone(children);
  }

  @Test
  void ends_with_one_line_when_the_portal_or_the_database_dies() throws Exception {
    for (String victim : List.of("payara-micro.jar", "mariadbd")) {
      start();
      List<ProcessHandle> children = demo.descendants().toList();
      ProcessHandle child =
          children.stream().filter(c -> commandLine(c).contains(victim)).findFirst().orElseThrow();
      assertTrue(child.destroyForcibly());
      assertTrue(demo.waitFor(60, TimeUnit.SECONDS), "it goes on without " + victim);
      assertEquals(1, demo.exitValue());
      String last = output().lines().toList().getLast();
      assertTrue(last.startsWith("souspli demo: the ") && last.contains(" ended"), last);
      gone(children);
    }
  }

  private void start() throws IOException {
    Files.deleteIfExists(folder.resolve("output.txt"));
    demo = command("output.txt");
    await("ready", () -> output().contains("ready: http://localhost:") || !demo.isAlive());
    assertTrue(demo.isAlive(), this::output);
  }

  private Process command(String output) throws IOException {
    return new ProcessBuilder(
            SOUSPLI.toString(), "demo", "--directory", folder.resolve("demo").toString(), "--port", "0", "--slips", "3")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(output).toFile())
        .start();
  }

  private Path description() {
    return folder.resolve("demo").resolve("demo.json");
  }

  private String slips() throws IOException {
    String text = Files.readString(description());
    return text.substring(text.indexOf("\"slips\""), text.indexOf("\"apiKeys\""));
  }

  private String output() {
    try {
      return Files.readString(folder.resolve("output.txt"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** What runs under {@code @arguments} does not show its own command line: the launcher's file names it. */
  private static String commandLine(ProcessHandle process) {
    String line = process.info().commandLine().orElse("");
    return line.contains("java-arguments") ? line + " payara-micro.jar" : line;
  }

  private static int count(String text, String word) {
    return text.split(word, -1).length - 1;
  }

  private static void gone(List<ProcessHandle> children) {
    CompletableFuture.allOf(children.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .orTimeout(60, TimeUnit.SECONDS)
        .join();
  }

  private static void await(String what, BooleanSupplier there) {
    long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (!there.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, what);
      new CompletableFuture<Void>().completeOnTimeout(null, 100, TimeUnit.MILLISECONDS).join();
    }
  }
}
