package souspli.commands;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import souspli.fixtures.ADatabase;
import souspli.mariadb.Account;

/** {@code souspli} and what somebody typed behind it, in a process of its own on {@link ADatabase}. */
final class ACommand {
  private ACommand() {}

  /** How it ended, and all that it said. */
  record Ended(int status, String said) {}

  /** With the heap that the launcher gives to commands; its files lie in {@code directory}. */
  static Ended run(Path directory, String... typed) throws Exception {
    List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    line.addAll(Arrays.asList(typed));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().putAll(environment(directory));
    // a JVM says aloud that it took these
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  private static Map<String, String> environment(Path directory) {
    return Map.ofEntries(
        Map.entry("SOUSPLI_BASE_URL", "http://localhost:8080"),
        Map.entry("SOUSPLI_ENVIRONMENT", "test"),
        Map.entry("SOUSPLI_DATABASE_URL", ADatabase.address().url()),
        Map.entry("SOUSPLI_DATABASE_USER", Account.APP.user()),
        Map.entry("SOUSPLI_DATABASE_PASSWORD_FILE", ADatabase.address().passwordFile(Account.APP).toString()),
        Map.entry("SOUSPLI_DATABASE_DIRECTORY_USER", Account.DIRECTORY.user()),
        Map.entry(
            "SOUSPLI_DATABASE_DIRECTORY_PASSWORD_FILE",
            ADatabase.address().passwordFile(Account.DIRECTORY).toString()),
        Map.entry("SOUSPLI_WORK", directory.toString()),
        Map.entry("SOUSPLI_KEYS", directory.resolve("keys").toString()),
        Map.entry("SOUSPLI_LOG", directory.toString()));
  }
}
