package souspli.keys;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import souspli.sealedlink.LinkId;

/**
 * Which links were withdrawn, beside the keys and not in the database: restoring yesterday's backup revives none of
 * them. Append-only, one file per month of expiry, on disk before {@link #append} returns; call it before the database
 * commits. A lookup sees what other processes appended.
 */
public final class WithdrawnFile {
  private static final String PREFIX = "withdrawn-";
  private static final int RECORD = LinkId.LENGTH + 1 + Long.BYTES;

  private final Path directory;
  private final Map<Path, Month> months = new HashMap<>();

  /** What one file held when it was last looked at. */
  private static final class Month {
    private long read;
    private final Map<LinkId, Withdrawn> links = new HashMap<>();
  }

  /** One withdrawal; {@code reason} is the code by which the link's row knows it, 0 to 255. */
  public record Withdrawn(LinkId link, int reason, Instant at) {
    public Withdrawn {
      if (reason < 0 || reason > 255) {
        throw new IllegalArgumentException("a reason is one byte, not " + reason);
      }
    }
  }

  public WithdrawnFile(KeyDirectory keys) {
    this.directory = keys.path();
  }

  /** {@code expiresOn} is the link's: the file goes when all its links have. */
  public synchronized void append(LinkId link, LocalDate expiresOn, int reason, Instant at) {
    Withdrawn withdrawn = new Withdrawn(link, reason, at);
    ByteBuffer record = ByteBuffer.allocate(RECORD);
    record.put(link.bytes()).put((byte) reason).putLong(at.getEpochSecond()).flip();
    Path file = directory.resolve(PREFIX + YearMonth.from(expiresOn));
    boolean fresh = Files.notExists(file);
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(CREATE, WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      long size = channel.size();
      channel.position(size - size % RECORD); // a torn tail was never acknowledged
      KeyFile.writeFully(channel, record);
      channel.force(true);
      if (fresh) {
        KeyFile.sync(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not record the withdrawal of " + withdrawn.link() + " in " + file, e);
    }
  }

  public synchronized Optional<Withdrawn> find(LinkId link) {
    reread();
    return months.values().stream().map(month -> month.links.get(link)).filter(w -> w != null).findFirst();
  }

  /** Every withdrawal whose link may still be there: for the sweep that applies them to the database. */
  public synchronized List<Withdrawn> all() {
    reread();
    return months.values().stream().flatMap(month -> month.links.values().stream()).toList();
  }

  private void reread() {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> present = files.filter(file -> file.getFileName().toString().startsWith(PREFIX)).toList();
      months.keySet().retainAll(present);
      for (Path file : present) {
        read(file, months.computeIfAbsent(file, _ -> new Month()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not read the withdrawals in " + directory, e);
    }
  }

  private static void read(Path file, Month month) throws IOException {
    if (Files.size(file) - month.read < RECORD) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, READ)) {
      channel.position(month.read);
      ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size() - month.read));
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        continue;
      }
      bytes.flip();
      while (bytes.remaining() >= RECORD) {
        byte[] id = new byte[LinkId.LENGTH];
        bytes.get(id);
        LinkId link = new LinkId(id);
        int reason = bytes.get() & 0xff;
        month.links.put(link, new Withdrawn(link, reason, Instant.ofEpochSecond(bytes.getLong())));
        month.read += RECORD;
      }
    }
  }
}
