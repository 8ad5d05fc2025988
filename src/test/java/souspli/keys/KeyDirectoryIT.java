package souspli.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.sealedlink.DateOfBirth;
import souspli.sealedlink.DayKey;
import souspli.sealedlink.Secret;
import souspli.sealedlink.Token;

class KeyDirectoryIT {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @TempDir Path temporary;
  private Path path;
  private KeyDirectory keys;

  @BeforeEach
  void aWeekOfKeys() {
    path = temporary.resolve("keys");
    keys = KeyDirectory.openOrMake(path, RANDOM);
    keys.makeAhead(TODAY, Set.of());
  }

  @Test
  void itHoldsTodaysKeysAndThoseOfTheWeekAhead() {
    Set<String> names = new TreeSet<>(Set.of("staff", "audit", "log-seed", "pepper-2026-11", "pepper-2026-12"));
    for (int day = 24; day <= 30; day++) {
      names.addAll(List.of("day-2026-11-" + day, "gate-2026-11-" + day));
    }
    names.addAll(List.of("day-2026-12-01", "gate-2026-12-01"));
    assertEquals(names, new TreeSet<>(keys.names().stream().map(KeyName::text).toList()));
    assertTrue(keys.canIssue(TODAY.plusDays(7)));
    assertFalse(keys.canIssue(TODAY.plusDays(8)));
  }

  @Test
  void everyFileIsOursAloneAndTooLargeForAnInode() throws IOException {
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(4096, Files.size(file));
        assertEquals(1, Files.getAttribute(file, "unix:nlink"), "no second name is left: " + file);
      }
    }
  }

  @Test
  void makingThemAgainChangesNone() {
    Secret.Check before = keys.check(KeyName.day(TODAY)).orElseThrow();
    assertEquals(List.of(), keys.makeAhead(TODAY, Set.of()));
    assertEquals(
        List.of("day-2026-12-02", "gate-2026-12-02"),
        keys.makeAhead(TODAY.plusDays(1), Set.of()).stream().map(KeyName::text).toList());
    KeyDirectory another = KeyDirectory.open(path, RANDOM);
    assertEquals(before, another.check(KeyName.day(TODAY)).orElseThrow());
    assertEquals(keys.dayKey(TODAY), another.dayKey(TODAY));
  }

  @Test
  void aKeyThatWasKnownIsNeverMadeAgain() {
    keys.destroy(KeyName.pepper(YearMonth.of(2026, 11)));
    assertEquals(List.of(), keys.makeAhead(TODAY, Set.of(KeyName.pepper(YearMonth.of(2026, 11)))));
    assertFalse(keys.canIssue(TODAY));
  }

  @Test
  void eightMakersAtOnceMakeEachKeyOnce() throws Exception {
    Path shared = temporary.resolve("shared");
    KeyDirectory.openOrMake(shared, RANDOM);
    Callable<List<KeyName>> maker = () -> KeyDirectory.open(shared, RANDOM).makeAhead(TODAY, Set.of());
    int made = 0;
    try (ExecutorService makers = Executors.newFixedThreadPool(8)) {
      for (Future<List<KeyName>> each : makers.invokeAll(Collections.nCopies(8, maker))) {
        made += each.get().size();
      }
    }
    assertEquals(keys.names().size(), made);
  }

  @Test
  void aMissingKeyIsNamed() {
    MissingKey missing = assertThrows(MissingKey.class, () -> keys.dayKey(TODAY.minusDays(1)));
    assertTrue(missing.getMessage().endsWith("day-2026-11-23"));
    Token token = Token.fresh(RANDOM);
    missing =
        assertThrows(
            MissingKey.class,
            () -> token.unlock(DateOfBirth.of("1985-07-04"), keys, YearMonth.of(2026, 10)));
    assertTrue(missing.getMessage().endsWith("pepper-2026-10"));
  }

  @Test
  void itDoesNotOpenWhereOthersMayReadAndNamesTheFile() throws IOException {
    Files.setPosixFilePermissions(path.resolve("staff"), PosixFilePermissions.fromString("rw-r-----"));
    Files.write(path.resolve("audit"), new byte[32]);
    Files.delete(path.resolve("log-seed"));
    Files.createSymbolicLink(path.resolve("log-seed"), path.resolve("staff"));
    UnsafeKeys unsafe = assertThrows(UnsafeKeys.class, () -> KeyDirectory.open(path, RANDOM));
    assertEquals(3, unsafe.faults().size(), unsafe.getMessage());
    assertTrue(unsafe.getMessage().contains("/staff: mode must be rw-------, is rw-r-----"));

    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertTrue(
        assertThrows(UnsafeKeys.class, () -> KeyDirectory.open(path, RANDOM)).getMessage().contains("/keys: mode"));
    assertThrows(UnsafeKeys.class, () -> KeyDirectory.open(temporary.resolve("none"), RANDOM));
  }

  @Test
  void aDestroyedKeyIsOverwrittenAndGone() throws IOException {
    Path file = path.resolve("day-2026-11-24");
    DayKey held = keys.dayKey(TODAY);
    byte[] before = Files.readAllBytes(file);
    try (FileChannel stillOpen = FileChannel.open(file, StandardOpenOption.READ)) {
      keys.destroy(KeyName.day(TODAY));
      ByteBuffer after = ByteBuffer.allocate(4096);
      stillOpen.read(after, 0);
      assertFalse(Arrays.equals(before, 0, 32, after.array(), 0, 32), "overwritten in place");
    }
    assertTrue(Files.notExists(file));
    assertThrows(IllegalStateException.class, () -> held.check("day-2026-11-24"));
    assertThrows(MissingKey.class, () -> keys.dayKey(TODAY));
    try (Stream<Path> files = Files.list(path)) {
      assertTrue(files.noneMatch(left -> left.getFileName().toString().startsWith(KeyFile.REMAINS)));
    }
    keys.destroy(KeyName.day(TODAY));
  }

  @Test
  void aKeyDestroyedByAnotherProcessIsGoneHereToo() {
    DayKey held = keys.dayKey(TODAY);
    KeyDirectory.open(path, RANDOM).destroy(KeyName.day(TODAY));
    assertTrue(keys.findDayKey(TODAY).isEmpty());
    assertThrows(IllegalStateException.class, () -> held.check("day-2026-11-24"));
  }

  @Test
  void whatACrashLeftIsRemoved() throws IOException {
    Path half = path.resolve(KeyFile.REMAINS + "0011223344556677");
    Files.createLink(half, path.resolve("staff"));
    byte[] staff = Files.readAllBytes(path.resolve("staff"));
    Files.setLastModifiedTime(half, FileTime.from(Instant.parse("2026-11-23T23:59:00Z")));
    keys.makeAhead(TODAY, Set.of());
    assertTrue(Files.notExists(half));
    assertArrayEquals(staff, Files.readAllBytes(path.resolve("staff")));
  }
}
