package souspli.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * What runs here: version and fingerprint. The fingerprint is the SHA-256 of the list {@code sha256sum} prints for
 * every file of the unpacked application, in the order of {@code LC_ALL=C sort}; so it does not depend on dates or on
 * how the archive was packed, and anybody can compute it from a release with the tools of every system. It proves
 * nothing about an operator who lies; it lets an honest one be compared.
 */
@ApplicationScoped
public class Build {
  private String version;
  private String fingerprint;

  protected Build() {}

  @Inject
  Build(ServletContext application) {
    this.version = versionIn(application);
    this.fingerprint = fingerprintOf(Path.of(application.getRealPath("/")));
  }

  /** As in the manifest: {@code 0.1.0}. */
  public String version() {
    return version;
  }

  /** 64 small hexadecimal digits. */
  public String fingerprint() {
    return fingerprint;
  }

  static String fingerprintOf(Path unpacked) {
    StringBuilder list = new StringBuilder();
    try (Stream<Path> paths = Files.walk(unpacked)) {
      List<Path> files = paths.filter(Files::isRegularFile).toList();
      files.stream()
          .map(file -> "./" + unpacked.relativize(file).toString().replace('\\', '/'))
          .sorted(Build::asBytes)
          .forEach(name -> list.append(sha256(unpacked.resolve(name))).append("  ").append(name).append('\n'));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the unpacked application", e);
    }
    return HexFormat.of().formatHex(sha256().digest(list.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static int asBytes(String one, String other) {
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(Path file) {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[65_536];
    try (InputStream bytes = Files.newInputStream(file)) {
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the unpacked application", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String versionIn(ServletContext application) {
    try (InputStream manifest = application.getResourceAsStream("/META-INF/MANIFEST.MF")) {
      String version =
          manifest == null ? null : new Manifest(manifest).getMainAttributes().getValue("Implementation-Version");
      return version == null ? "0" : version;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the manifest", e);
    }
  }
}
