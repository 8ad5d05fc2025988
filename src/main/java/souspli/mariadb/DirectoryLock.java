package souspli.mariadb;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A directory that belongs to one running command; the kernel frees it when that one is gone, however it went. */
final class DirectoryLock implements AutoCloseable {
  /** A second channel on the file would free the lock of the first when closed, so this JVM looks here before. */
  private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final FileChannel channel;

  private DirectoryLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /** Makes the directory, mode 0700, if need be. */
  static DirectoryLock take(Path directory) throws IOException {
    Files.createDirectories(directory);
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    if (!HERE.add(directory)) {
      throw inUse(directory);
    }
    FileChannel channel =
        FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      HERE.remove(directory);
      throw inUse(directory);
    }
    return new DirectoryLock(directory, channel);
  }

  private static NoDatabase inUse(Path directory) {
    return new NoDatabase(directory + " is in use by one that still runs; stop it first or give another directory");
  }

  @Override
  public void close() {
    try {
      channel.close();
      HERE.remove(directory);
    } catch (IOException e) {
      throw new NoDatabase("the lock of " + directory + " cannot be given back", e);
    }
  }
}
