package souspli.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import souspli.sealedlink.DayKey;
import souspli.sealedlink.LogKey;
import souspli.sealedlink.Pepper;
import souspli.sealedlink.Secret;
import souspli.sealedlink.StaffKey;

/**
 * The directory of key files, mode 0700, each file 0600 and ours. A key that is handed out is shared: whoever gets it
 * must not close it. It is handed out only while its file is there, so that a key destroyed by another process is gone
 * here too. Asking for a key that is not there throws {@link MissingKey}.
 */
public final class KeyDirectory implements Pepper {
  /** Today's keys and those of as many days ahead, so that copies reach the other nodes in time. */
  public static final int DAYS_AHEAD = 7;

  private final Path directory;
  private final SecureRandom random;
  private final Map<KeyName, Secret> held = new ConcurrentHashMap<>();

  private KeyDirectory(Path directory, SecureRandom random) {
    this.directory = directory;
    this.random = random;
  }

  /** Opens what is there; throws {@link UnsafeKeys} when others could have read or put there anything. */
  public static KeyDirectory open(Path directory, SecureRandom random) {
    try {
      List<String> faults = OursAlone.faults(directory);
      if (!faults.isEmpty()) {
        throw new UnsafeKeys(faults);
      }
      return new KeyDirectory(directory, random);
    } catch (IOException e) {
      throw new UncheckedIOException("the key directory " + directory, e);
    }
  }

  /** Like {@link #open}, for the node that makes keys: an absent directory is made. */
  public static KeyDirectory openOrMake(Path directory, SecureRandom random) {
    try {
      if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectories(directory.toAbsolutePath().getParent());
        Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OursAlone.DIRECTORY));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the key directory " + directory, e);
    }
    return open(directory, random);
  }

  public Path path() {
    return directory;
  }

  @Override
  public Prk extract(YearMonth month, Ikm ikm) {
    return key(KeyName.pepper(month), Pepper.Key.class).extract(ikm);
  }

  public DayKey dayKey(LocalDate day) {
    return key(KeyName.day(day), DayKey.class);
  }

  /** Empty when it is not there, be it that custody has ended. */
  public Optional<DayKey> findDayKey(LocalDate day) {
    return find(KeyName.day(day)).map(DayKey.class::cast);
  }

  public GateKey gateKey(LocalDate day) {
    return key(KeyName.gate(day), GateKey.class);
  }

  public StaffKey staffKey() {
    return key(KeyName.STAFF, StaffKey.class);
  }

  public LogKey auditKey() {
    return key(KeyName.AUDIT, LogKey.class);
  }

  /** Whether a link can be issued today: its pepper and its day key are there. Never make up for their absence. */
  public boolean canIssue(LocalDate today) {
    return find(KeyName.pepper(YearMonth.from(today))).isPresent() && find(KeyName.day(today)).isPresent();
  }

  public Optional<Secret.Check> check(KeyName name) {
    return find(name).map(secret -> secret.check(name.text()));
  }

  /** Every key file that is there. */
  public Set<KeyName> names() {
    try (Stream<Path> files = Files.list(directory)) {
      Set<KeyName> names = new TreeSet<>();
      files.map(file -> KeyName.parse(file.getFileName().toString())).flatMap(Optional::stream).forEach(names::add);
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException("the key directory " + directory, e);
    }
  }

  /**
   * Makes what is missing for today and the week ahead, except {@code known} ones: a key that was once recorded and is
   * not here was lost or destroyed, and a new one under its name would hide that.
   *
   * @return the names of the keys that were made
   */
  public List<KeyName> makeAhead(LocalDate today, Set<KeyName> known) {
    Set<KeyName> wanted = new TreeSet<>(List.of(KeyName.STAFF, KeyName.AUDIT, KeyName.LOG_SEED));
    wanted.add(KeyName.pepper(YearMonth.from(today)));
    wanted.add(KeyName.pepper(YearMonth.from(today).plusMonths(1)));
    for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
      wanted.add(KeyName.day(today.plusDays(ahead)));
      wanted.add(KeyName.gate(today.plusDays(ahead)));
    }
    wanted.removeAll(known);
    wanted.removeAll(names());
    List<KeyName> made = new ArrayList<>();
    try {
      removeRemains(today);
      for (KeyName name : wanted) {
        if (KeyFile.make(file(name), random)) {
          made.add(name);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not make a key in " + directory, e);
    }
    return made;
  }

  /** Overwrites and removes the key's file; the copy in memory is zeroed first. Nothing when it is not there. */
  public void destroy(KeyName name) {
    forget(name);
    try {
      KeyFile.destroy(file(name), random);
    } catch (NoSuchFileException e) {
      return; // gone already, which is all that is wanted
    } catch (IOException e) {
      throw new UncheckedIOException("could not destroy the key " + file(name), e);
    }
  }

  /** One line when overwriting a file here may leave the old bytes somewhere else. */
  public Optional<String> doubt() {
    try {
      String type = Files.getFileStore(directory).type();
      return Set.of("ext4", "xfs", "tmpfs").contains(type)
          ? Optional.empty()
          : Optional.of(directory + ": on " + type + " a destroyed key may leave traces; use ext4, xfs or tmpfs");
    } catch (IOException e) {
      throw new UncheckedIOException("the key directory " + directory, e);
    }
  }

  public Path file(KeyName name) {
    return directory.resolve(name.text());
  }

  private <T extends Secret> T key(KeyName name, Class<T> type) {
    return find(name).map(type::cast).orElseThrow(() -> new MissingKey(file(name)));
  }

  private Optional<Secret> find(KeyName name) {
    if (!Files.exists(file(name), LinkOption.NOFOLLOW_LINKS)) {
      forget(name);
      return Optional.empty();
    }
    return Optional.of(held.computeIfAbsent(name, this::read));
  }

  private void forget(KeyName name) {
    Secret secret = held.remove(name);
    if (secret != null) {
      secret.close();
    }
  }

  private Secret read(KeyName name) {
    byte[] bytes = new byte[0];
    try {
      bytes = KeyFile.read(file(name));
      return switch (name.kind()) {
        case "pepper" -> Pepper.Key.of(bytes);
        case "day" -> DayKey.of(bytes);
        case "gate" -> GateKey.of(bytes);
        case "staff" -> StaffKey.of(bytes);
        case "audit" -> LogKey.of(bytes);
        case "log-seed" -> LogSeed.of(bytes);
        default -> throw new IllegalStateException("a key of an unknown kind: " + name);
      };
    } catch (IOException e) {
      throw new UncheckedIOException("could not read the key " + file(name), e);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** What a crash left half-made or half-destroyed before today; today's may be another maker's work. */
  private void removeRemains(LocalDate today) throws IOException {
    FileTime midnight = FileTime.from(today.atStartOfDay().toInstant(ZoneOffset.UTC));
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith(KeyFile.REMAINS)).toList()) {
        try {
          if (Files.getLastModifiedTime(file).compareTo(midnight) < 0) {
            Files.deleteIfExists(file);
          }
        } catch (NoSuchFileException e) {
          continue; // finished by its maker meanwhile
        }
      }
    }
  }
}
