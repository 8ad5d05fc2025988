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
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
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

  private KeyFile() {}

  /** Makes the key, unless it exists: the link is the one step that can happen only once. */
  static boolean make(Path file, SecureRandom random) throws IOException {
    Path half = remains(file, random);
    byte[] content = new byte[LENGTH];
    random.nextBytes(content);
    try (FileChannel channel =
        FileChannel.open(half, Set.of(CREATE_NEW, WRITE), PosixFilePermissions.asFileAttribute(OursAlone.FILE))) {
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
