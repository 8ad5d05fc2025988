package souspli.keys;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * One key on disk: 32 bytes and as many random ones as fill 4096. A smaller file may lie inside its inode and so in the
 * journal of ext4, where overwriting does not reach it.
 */
final class KeyFile {
  static final int KEY = 32;
  static final int LENGTH = 4096;

  /** Half-made and half-destroyed files; whatever bears this mark holds no key that anybody uses. */
  static final String REMAINS = ".remains-";

  private static final Set<PosixFilePermission> OURS_ALONE = PosixFilePermissions.fromString("rw-------");

  private KeyFile() {}

  /** Makes the key, unless it exists: the link is the one step that can happen only once. */
  static boolean make(Path file, SecureRandom random) throws IOException {
    Path half = remains(file, random);
    byte[] content = new byte[LENGTH];
    random.nextBytes(content);
    try (FileChannel channel =
        FileChannel.open(half, Set.of(CREATE_NEW, WRITE), PosixFilePermissions.asFileAttribute(OURS_ALONE))) {
      writeFully(channel, ByteBuffer.wrap(content));
      channel.force(true);
    } finally {
      Arrays.fill(content, (byte) 0);
    }
    try {
      Files.createLink(file, half);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false; // somebody else was faster: theirs is the key
    } finally {
      Files.delete(half);
      sync(file.getParent());
    }
  }

  /** The 32 bytes; the caller zeroes them. */
  static byte[] read(Path file) throws IOException {
    byte[] key = new byte[KEY];
    try (SeekableByteChannel channel = Files.newByteChannel(file, READ, NOFOLLOW_LINKS)) {
      ByteBuffer buffer = ByteBuffer.wrap(key);
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        continue;
      }
      if (buffer.hasRemaining() || channel.size() != LENGTH) {
        throw new IOException("not a key file of " + LENGTH + " bytes: " + file);
      }
    }
    return key;
  }

  /** Overwritten in place and gone, also from the directory, when this returns. */
  static void destroy(Path file, SecureRandom random) throws IOException {
    byte[] noise = new byte[LENGTH];
    random.nextBytes(noise);
    try (FileChannel channel = FileChannel.open(file, WRITE, NOFOLLOW_LINKS)) {
      writeFully(channel, ByteBuffer.wrap(noise));
      channel.force(true);
    }
    Path renamed = remains(file, random);
    Files.move(file, renamed);
    Files.delete(renamed);
    sync(file.getParent());
  }

  /** What is wrong with a file that is there: of another kind, length, mode or owner than we make. */
  static Optional<String> fault(Path file, UserPrincipal us) throws IOException {
    PosixFileAttributes is = Files.readAttributes(file, PosixFileAttributes.class, NOFOLLOW_LINKS);
    if (!is.isRegularFile() || is.size() != LENGTH) {
      return Optional.of(file + ": not a key file of " + LENGTH + " bytes");
    }
    return fault(file, is, OURS_ALONE, us);
  }

  static Optional<String> fault(
      Path file, PosixFileAttributes is, Set<PosixFilePermission> mode, UserPrincipal us) {
    if (!is.permissions().equals(mode)) {
      return Optional.of(
          file + ": mode must be " + PosixFilePermissions.toString(mode)
              + ", is " + PosixFilePermissions.toString(is.permissions()));
    }
    return is.owner().equals(us)
        ? Optional.empty()
        : Optional.of(file + ": belongs to " + is.owner().getName() + ", not to " + us.getName());
  }

  static void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, READ)) {
      channel.force(true);
    }
  }

  static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static Path remains(Path file, SecureRandom random) {
    byte[] name = new byte[8];
    random.nextBytes(name);
    return file.resolveSibling(REMAINS + HexFormat.of().formatHex(name));
  }
}
