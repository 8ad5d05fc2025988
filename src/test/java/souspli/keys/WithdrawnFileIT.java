package souspli.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.sealedlink.LinkId;
import souspli.sealedlink.Token;

class WithdrawnFileIT {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Instant AT = Instant.parse("2026-11-24T09:10:00Z");
  private static final LocalDate FEBRUARY = LocalDate.of(2027, 2, 22);
  private static final LocalDate MARCH = LocalDate.of(2027, 3, 1);

  @TempDir Path temporary;
  private KeyDirectory keys;
  private WithdrawnFile withdrawn;

  @BeforeEach
  void anEmptyOne() {
    keys = KeyDirectory.openOrMake(temporary.resolve("keys"), RANDOM);
    withdrawn = new WithdrawnFile(keys);
  }

  @Test
  void itKnowsWhatWasWithdrawnAndWhy() {
    LinkId one = link();
    LinkId two = link();
    withdrawn.append(one, FEBRUARY, 1, AT);
    withdrawn.append(two, MARCH, 255, AT);
    assertEquals(Optional.of(new WithdrawnFile.Withdrawn(one, 1, AT)), withdrawn.find(one));
    assertEquals(255, withdrawn.find(two).orElseThrow().reason());
    assertEquals(Optional.empty(), withdrawn.find(link()));
    assertEquals(
        Set.of(one, two),
        withdrawn.all().stream().map(WithdrawnFile.Withdrawn::link).collect(Collectors.toSet()));
  }

  @Test
  void anotherProcessSeesItAndSoDoesTheNextStart() {
    WithdrawnFile reader = new WithdrawnFile(keys);
    assertTrue(reader.all().isEmpty());
    LinkId link = link();
    withdrawn.append(link, FEBRUARY, 2, AT);
    assertTrue(reader.find(link).isPresent());
    assertTrue(new WithdrawnFile(KeyDirectory.open(keys.path(), RANDOM)).find(link).isPresent());
  }

  @Test
  void aTornTailIsNoWithdrawalAndTheNextOneIsWhole() throws IOException {
    LinkId before = link();
    withdrawn.append(before, FEBRUARY, 1, AT);
    Files.write(file(), new byte[17], StandardOpenOption.APPEND);
    LinkId after = link();
    withdrawn.append(after, FEBRUARY, 1, AT);
    assertEquals(82, Files.size(file()));
    assertTrue(withdrawn.find(before).isPresent() && withdrawn.find(after).isPresent());
  }

  @Test
  void oneFileAMonthOfExpiryIsForgottenWhenItGoes() throws IOException {
    LinkId february = link();
    LinkId march = link();
    withdrawn.append(february, FEBRUARY, 1, AT);
    withdrawn.append(march, MARCH, 1, AT);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    Files.delete(file());
    assertTrue(withdrawn.find(february).isEmpty() && withdrawn.find(march).isPresent());
  }

  private Path file() {
    return keys.path().resolve("withdrawn-2027-02");
  }

  private static LinkId link() {
    return Token.fresh(RANDOM).linkId();
  }
}
