package souspli.mariadb;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A MariaDB server that runs on this machine: the one packed beside the distribution, unpacked once per user, or where
 * that does not run (another processor, another C library) an installed one.
 *
 * @param share folder with {@code charsets}, {@code english} and the SQL of the system tables
 */
record MariaDbBinary(Path server, Path base, Path share) {
  private static final String PACKED = "demo/mariadb-linux64.jar";

  static MariaDbBinary find(Path distribution) {
    Path jar = distribution.resolve(PACKED);
    return packed(jar)
        .filter(MariaDbBinary::runs)
        .or(() -> installed().filter(MariaDbBinary::runs))
        .orElseThrow(
            () -> new NoDatabase("no MariaDB runs here: neither the one in " + jar + " nor an installed mariadbd"));
  }

  /** The statements that make the system tables, in their order. */
  List<Path> systemTables() {
    return Stream.of("system_tables", "performance_tables", "system_tables_data")
        .map(name -> sql(name).orElseThrow(() -> new NoDatabase("no " + name + ".sql in " + share)))
        .toList();
  }

  private Optional<Path> sql(String name) {
    return Stream.of("mariadb_", "mysql_").map(p -> share.resolve(p + name + ".sql")).filter(Files::exists).findFirst();
  }

  private boolean runs() {
    try {
      Process version =
          new ProcessBuilder(server.toString(), "--no-defaults", "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return version.waitFor(20, TimeUnit.SECONDS) && version.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Optional<MariaDbBinary> installed() {
    Stream<String> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
    Stream<String> usual = Stream.of("/usr/sbin", "/usr/libexec", "/usr/local/sbin", "/opt/homebrew/bin");
    return Stream.concat(path, usual)
        .filter(Predicate.not(String::isBlank))
        .map(folder -> Path.of(folder, "mariadbd"))
        .filter(Files::isExecutable)
        .findFirst()
        .flatMap(
            server ->
                Stream.of("mysql", "mariadb")
                    .map(name -> server.getParent().resolveSibling("share").resolve(name))
                    .filter(share -> Files.isDirectory(share.resolve("charsets")))
                    .findFirst()
                    .map(share -> new MariaDbBinary(server, server.getParent().getParent(), share)));
  }

  private static Optional<MariaDbBinary> packed(Path jar) {
    if (!Files.isRegularFile(jar) || !System.getProperty("os.name").equals("Linux")) {
      return Optional.empty();
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry server =
          zip.stream()
              .filter(entry -> entry.getName().endsWith("/bin/mariadbd"))
              .findFirst()
              .orElseThrow(() -> new NoDatabase("no mariadbd in " + jar));
      String root = server.getName().substring(0, server.getName().length() - "bin/mariadbd".length());
      Path home = cache().resolve("mariadb-" + Long.toHexString(server.getCrc()));
      if (!complete(home, server)) {
        unpack(zip, root, home);
      }
      return Optional.of(new MariaDbBinary(home.resolve("bin/mariadbd"), home, home.resolve("share")));
    } catch (IOException e) {
      throw new NoDatabase("the MariaDB server in " + jar + " cannot be unpacked: " + e.getMessage(), e);
    }
  }

  /** The marker is written and synced last: a machine that stops while unpacking leaves no half of a server. */
  private static boolean complete(Path home, ZipEntry server) throws IOException {
    return Files.exists(home.resolve("complete")) && Files.size(home.resolve("bin/mariadbd")) == server.getSize();
  }

  private static void unpack(ZipFile zip, String root, Path home) throws IOException {
    Path fresh = Files.createTempDirectory(home.getParent(), "unpacking-");
    for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory() && wanted(e.getName(), root)).toList()) {
      Path file = fresh.resolve(entry.getName().substring(root.length())).normalize();
      if (!file.startsWith(fresh)) {
        throw new IOException("an entry leads outside: " + entry.getName());
      }
      Files.createDirectories(file.getParent());
      try (InputStream in = zip.getInputStream(entry)) {
        Files.copy(in, file);
      }
      if (file.getParent().endsWith("bin")) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
    Files.createFile(fresh.resolve("complete"));
    try {
      if (Files.exists(home) && !Files.exists(home.resolve("complete"))) {
        remove(home);
      }
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      remove(fresh);
      if (!Files.exists(home.resolve("complete"))) {
        throw e;
      } // else somebody else was faster; theirs is as good
    }
  }

  private static boolean wanted(String name, String root) {
    return name.startsWith(root)
        && (name.endsWith("/bin/mariadbd")
            || name.endsWith("/bin/mariadb-dump")
            || name.contains("/share/charsets/")
            || name.contains("/share/english/")
            || name.endsWith("tables.sql")
            || name.endsWith("tables_data.sql"));
  }

  private static Path cache() throws IOException {
    String set = System.getenv("XDG_CACHE_HOME");
    Path cache =
        (set == null || set.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(set))
            .resolve("souspli");
    return Files.createDirectories(cache);
  }

  static void remove(Path tree) {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
