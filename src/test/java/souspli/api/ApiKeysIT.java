package souspli.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.fixtures.ACounter;
import souspli.staff.Acting;
import souspli.staff.Acting.NotAllowed;
import souspli.staff.Role;

class ApiKeysIT {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

  @TempDir private Path directory;

  private ACounter counter;
  private Acting manager;
  private Acting neighbour;
  private MakeApiKey makeApiKey;
  private RevokeApiKey revokeApiKey;
  private SeeApiKeys seeApiKeys;

  @BeforeEach
  void twoPharmacies() {
    counter = new ACounter(directory);
    manager = new Acting(counter.pharmacist.member(), Role.MANAGER, counter.pharmacist.pharmacy(), Acting.Proof.FRESH);
    neighbour = new Acting(counter.stranger.member(), Role.MANAGER, counter.stranger.pharmacy(), Acting.Proof.FRESH);
    makeApiKey = new MakeApiKey(counter.database, counter.trail, counter.clock, counter.random);
    revokeApiKey = new RevokeApiKey(counter.database, counter.trail, counter.clock);
    seeApiKeys = new SeeApiKeys(counter.database);
  }

  @Test
  void aKeyActsForItsMakerAsAPharmacist() {
    ApiKey key = make("Till 1");
    Acting software =
        new Acting(
            counter.pharmacist.member(), Role.PHARMACIST, counter.pharmacist.pharmacy(), Acting.Proof.SOFTWARE);
    assertEquals(Optional.of(software), acting(key));
    assertEquals(Optional.empty(), acting(ApiKey.fresh(counter.random)));
    ApiKeys.Line line = seeApiKeys.all(manager).getFirst();
    assertEquals("Till 1", line.name());
    assertEquals("Claire Morel", line.maker());
    assertEquals(Optional.of(TODAY), line.lastUsedOn());
    assertTrue(line.works());
  }

  @Test
  void aRevokedKeyIsNone() {
    ApiKey key = make("Till 1");
    long id = seeApiKeys.all(manager).getFirst().id();
    revokeApiKey.revoke(neighbour, id);
    assertTrue(acting(key).isPresent(), "a neighbour revoked it");
    revokeApiKey.revoke(manager, id);
    revokeApiKey.revoke(manager, id);
    assertEquals(Optional.empty(), acting(key));
    assertFalse(seeApiKeys.all(manager).getFirst().works());
  }

  @Test
  void aKeyEndsWithItsMaker() {
    ApiKey key = make("Till 1");
    counter.tamper("UPDATE member SET disabled_on = ? WHERE member = ?", TODAY, manager.member().value());
    assertEquals(Optional.empty(), acting(key));
    counter.tamper(
        "UPDATE member SET disabled_on = NULL, pharmacy = ? WHERE member = ?",
        neighbour.pharmacyId().value(),
        manager.member().value());
    assertEquals(Optional.empty(), acting(key), "it came along into another pharmacy");
  }

  @Test
  void keysAreSeenAndMadeByTheirManagerAlone() {
    make("Till 1");
    assertTrue(seeApiKeys.all(neighbour).isEmpty());
    for (Acting other : new Acting[] {counter.pharmacist, counter.agent}) {
      assertThrows(NotAllowed.class, () -> makeApiKey.make(other, "Till 2"));
      assertThrows(NotAllowed.class, () -> seeApiKeys.all(other));
      assertThrows(NotAllowed.class, () -> revokeApiKey.revoke(other, 1));
    }
  }

  @Test
  void thereAreOnlySoMany() {
    for (int i = 0; i < MakeApiKey.MOST; i++) {
      make("Till " + i);
    }
    assertInstanceOf(MakeApiKey.Answer.TooMany.class, makeApiKey.make(manager, "Till 11"));
    revokeApiKey.revoke(manager, seeApiKeys.all(manager).getFirst().id());
    make("Till 11");
    assertInstanceOf(MakeApiKey.Answer.Made.class, makeApiKey.make(neighbour, "Till 1"));
    for (String wrong : new String[] {"", "  ", "a\nb", "x".repeat(61)}) {
      assertInstanceOf(MakeApiKey.Answer.NoName.class, makeApiKey.make(manager, wrong));
    }
  }

  private ApiKey make(String name) {
    return ((MakeApiKey.Answer.Made) makeApiKey.make(manager, name)).key();
  }

  private Optional<Acting> acting(ApiKey key) {
    return counter.sql(connection -> ApiKeys.acting(connection, key, TODAY));
  }
}
