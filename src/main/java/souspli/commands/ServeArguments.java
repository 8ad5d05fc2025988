package souspli.commands;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import souspli.settings.Environment;
import souspli.settings.Settings;

/**
 * How the server is started: writes the argument file that the launcher gives to {@code java}, and the server's own
 * configuration, into the work directory. Nothing secret stands in either.
 */
final class ServeArguments {
  private final Settings settings;
  private final Path home;

  /** @param home the distribution's folder, with {@code souspli.war} and {@code payara-micro.jar} */
  ServeArguments(Settings settings, Path home) {
    this.settings = settings;
    this.home = home;
  }

  /** Writes everything and returns the argument file. */
  Path write() throws IOException {
    Path server = settings.work().resolve("server");
    remove(server); // it would load what it had unpacked the last time, and then the application once more
    Files.createDirectories(settings.work());
    Path before = settings.work().resolve("before-boot");
    Files.write(before, beforeBoot());
    Path after = settings.work().resolve("after-boot");
    Files.write(after, List.of("set-openapi-configuration --enabled=false"));
    Path logging = settings.work().resolve("logging.properties");
    Files.write(logging, logging());
    Path payara = home.resolve("payara-micro.jar");
    List<String> arguments = new ArrayList<>(machine());
    arguments.addAll(openings(payara));
    arguments.add("-Dsouspli.answers=http://" + loopbackOr(settings.address()) + ":" + settings.port() + "/");
    arguments.addAll(
        List.of(
            "-cp", home.resolve("start-server.jar") + File.pathSeparator + payara,
            StartServer.class.getName(),
            "--rootdir", server.toString(),
            "--deploy", home.resolve("souspli.war").toString(),
            "--contextroot", "/",
            "--nohazelcast",
            "--disablephonehome",
            "--port", Integer.toString(settings.port()),
            "--prebootcommandfile", before.toString(),
            "--postbootcommandfile", after.toString(),
            "--logproperties", logging.toString()));
    Path file = settings.work().resolve("java-arguments");
    Files.write(file, arguments.stream().map(ServeArguments::quoted).toList());
    return file;
  }

  static void remove(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> files = Files.walk(tree)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Whoever listens everywhere also listens here. */
  private static String loopbackOr(InetAddress address) {
    String text = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
    return text.contains(":") ? "[" + text + "]" : text;
  }

  /** What the JDK grants to a jar that is started by itself, from that jar's own words. */
  private static List<String> openings(Path payara) throws IOException {
    try (JarFile jar = new JarFile(payara.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      List<String> openings = new ArrayList<>();
      for (String kind : List.of("Add-Exports", "Add-Opens")) {
        for (String one : String.valueOf(manifest.getValue(kind)).split(" ")) {
          openings.addAll(List.of("--" + kind.toLowerCase(Locale.ROOT), one + "=ALL-UNNAMED"));
        }
      }
      return openings;
    }
  }

  private List<String> machine() {
    List<String> flags =
        new ArrayList<>(
            List.of(
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                // a dump of the heap would hold what was unsealed a moment ago
                "-XX:-HeapDumpOnOutOfMemoryError",
                "-XX:+DisableAttachMechanism",
                "-XX:-UsePerfData",
                "-Xmx512m",
                "-Djava.awt.headless=true",
                "-Duser.timezone=UTC"));
    if (settings.environment() != Environment.PRODUCTION) {
      flags.add("-XX:TieredStopAtLevel=1");
    }
    return flags;
  }

  private List<String> beforeBoot() {
    String listener =
        "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.";
    String http = "set configs.config.server-config.network-config.protocols.protocol.http-listener.http.";
    return List.of(
        listener + "address=" + settings.address().getHostAddress(),
        http + "server-header=false",
        http + "xpowered-by=false",
        http + "xframe-options=false",
        http + "request-timeout-seconds=20",
        http + "header-buffer-length-bytes=16384",
        // or the server refuses it with a page of its own; the front door knows no such method
        http + "trace-enabled=true");
  }

  private static List<String> logging() {
    return List.of(
        "handlers=java.util.logging.ConsoleHandler",
        "java.util.logging.ConsoleHandler.level=ALL",
        "java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter",
        "java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tLZ %4$s %3$s %5$s%n",
        ".level=WARNING",
        // names expired certificates of the server's own trust store, which we do not use
        "javax.enterprise.system.security.ssl.level=SEVERE",
        "souspli.level=INFO");
  }

  private static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
