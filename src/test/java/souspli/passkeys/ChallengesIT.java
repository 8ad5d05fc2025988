package souspli.passkeys;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.fixtures.ADatabase;
import souspli.keys.KeyDirectory;
import souspli.staff.MemberId;

/** By a clock that is turned: how long a challenge is good, and for what. */
class ChallengesIT {
  private static final MemberId ADA = new MemberId(7);

  private final SecureRandom random = new SecureRandom();
  private final DataSource database = ADatabase.fresh();
  private Instant now = Instant.parse("2026-11-24T10:20:30.5Z");
  private Challenges challenges;

  @BeforeEach
  void aPortal(@TempDir Path directory) {
    KeyDirectory keys = KeyDirectory.openOrMake(directory.resolve("keys"), random);
    keys.makeAhead(LocalDate.ofInstant(now, ZoneOffset.UTC), Set.of());
    challenges = new Challenges(keys, () -> now, random);
  }

  @Test
  void itIsGoodForFiveMinutesAndNoLonger() throws Exception {
    byte[] late = challenges.forSignIn().bytes();
    byte[] inTime = challenges.forSignIn().bytes();
    now = Instant.parse("2026-11-24T10:25:29.9Z");
    assertTrue(signsIn(inTime));
    now = Instant.parse("2026-11-24T10:25:30Z");
    assertFalse(signsIn(late));
    now = Instant.parse("2026-11-24T11:25:30Z");
    assertFalse(signsIn(late));
  }

  @Test
  void andOnceAsLongAsItIsGood() throws Exception {
    byte[] challenge = challenges.forSignIn().bytes();
    assertTrue(signsIn(challenge));
    for (int second = 0; second < 300; second += 50) {
      assertFalse(signsIn(challenge));
      assertTrue(signsIn(challenges.forSignIn().bytes()), "each forgets those that have expired");
      now = now.plusSeconds(50);
    }
  }

  @Test
  void nobodyMakesItLastByPuttingTheClockForward() throws Exception {
    byte[] ahead = challenges.forSignIn().bytes();
    now = now.minusSeconds(2);
    assertFalse(signsIn(ahead), "it would be good for longer than five minutes");
  }

  @Test
  void overMidnightItIsAsGood() throws Exception {
    now = Instant.parse("2026-11-24T23:58:00Z");
    byte[] challenge = challenges.forSignIn().bytes();
    now = Instant.parse("2026-11-25T00:01:00Z");
    assertTrue(signsIn(challenge));
  }

  @Test
  void itIsGoodForWhatAndWhomItWasMade() throws Exception {
    MemberId bob = new MemberId(8);
    try (Connection db = database.getConnection()) {
      byte[] door = challenges.forSignIn().bytes();
      byte[] adding = challenges.forAdding(ADA).bytes();
      byte[] proving = challenges.forProving(ADA).bytes();
      for (byte[] other : new byte[][] {adding, proving}) {
        assertTrue(challenges.fromSignIn(db, other).isEmpty());
        assertTrue(challenges.fromAdding(db, other, bob).isEmpty());
        assertTrue(challenges.fromProving(db, other, bob).isEmpty());
      }
      assertTrue(challenges.fromAdding(db, proving, ADA).isEmpty(), "a touch adds no passkey");
      assertTrue(challenges.fromProving(db, adding, ADA).isEmpty());
      assertTrue(challenges.fromAdding(db, door, ADA).isEmpty());
      assertTrue(challenges.fromProving(db, door, ADA).isEmpty());
      assertTrue(challenges.fromAdding(db, adding, ADA).isPresent());
      assertTrue(challenges.fromProving(db, proving, ADA).isPresent());
      assertTrue(challenges.fromSignIn(db, door).isPresent(), "none of these used it up");
    }
  }

  private boolean signsIn(byte[] challenge) throws Exception {
    try (Connection db = database.getConnection()) {
      return challenges.fromSignIn(db, challenge).isPresent();
    }
  }
}
