package souspli.keys;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether nobody but us can have read or exchanged a key: modes, owner and form of the directory and its files. */
final class OursAlone {
  static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
  static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private OursAlone() {}

  /** One line for each thing that is not as we make it. */
  static List<String> faults(Path directory) throws IOException {
    if (!Files.isDirectory(directory, NOFOLLOW_LINKS)) {
      return List.of(directory + ": there is no key directory");
    }
    UserPrincipal us = Files.getOwner(Path.of("/proc/self")); // also right for a user without a name
    List<String> faults = new ArrayList<>();
    PosixFileAttributes is = Files.readAttributes(directory, PosixFileAttributes.class, NOFOLLOW_LINKS);
    fault(directory, is, DIRECTORY, us).ifPresent(faults::add);
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        if (KeyName.parse(file.getFileName().toString()).isPresent()) {
          fault(file, us).ifPresent(faults::add);
        }
      }
    }
    return faults;
  }

  private static Optional<String> fault(Path file, UserPrincipal us) throws IOException {
    PosixFileAttributes is = Files.readAttributes(file, PosixFileAttributes.class, NOFOLLOW_LINKS);
    if (!is.isRegularFile() || is.size() != KeyFile.LENGTH) {
      return Optional.of(file + ": not a key file of " + KeyFile.LENGTH + " bytes");
    }
    return fault(file, is, FILE, us);
  }

  private static Optional<String> fault(
      Path file, PosixFileAttributes is, Set<PosixFilePermission> mode, UserPrincipal us) {
    if (!is.permissions().equals(mode)) {
      String found = PosixFilePermissions.toString(is.permissions());
      return Optional.of(file + ": mode must be " + PosixFilePermissions.toString(mode) + ", is " + found);
    }
    return is.owner().equals(us)
        ? Optional.empty()
        : Optional.of(file + ": belongs to " + is.owner().getName() + ", not to " + us.getName());
  }
}
