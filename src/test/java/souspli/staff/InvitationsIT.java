package souspli.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import souspli.directory.Rpps;
import souspli.fixtures.ADatabase;
import souspli.sealedlink.PharmacyId;
import souspli.staff.Invitation.Invited;

class InvitationsIT {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private final SecureRandom random = new SecureRandom();
  private final InvitationSecret secret = InvitationSecret.fresh(random);
  private final Invited invited =
      new Invited(new EmailAddress("a@example.org"), new PersonName("Ada"), Role.ADMINISTRATOR, Optional.empty());
  private DataSource database;

  @BeforeEach
  void freshDatabase() {
    database = ADatabase.fresh();
  }

  @Test
  void oneIsFoundAsItWasMade() throws Exception {
    try (Connection db = database.getConnection()) {
      Invitations.make(db, secret, invited, NOW);
      Invitation found = Invitations.find(db, secret, NOW).orElseThrow();
      assertEquals("a@example.org", found.email().text());
      assertEquals("Ada", found.name().text());
      assertEquals(Role.ADMINISTRATOR, found.role());
      assertEquals(Optional.empty(), found.pharmacy());
      assertEquals(NOW.plus(Duration.ofHours(72)), found.expiresAt());
    }
  }

  @Test
  void oneOfAPharmacyNamesIt() throws Exception {
    try (Connection db = database.getConnection()) {
      db.createStatement()
          .execute(
              "INSERT INTO pharmacy VALUES (7, 'Pharmacie de la Gare', '0102030405', '750000001', 'Europe/Paris')");
      Invited pharmacist =
          new Invited(
              new EmailAddress("p@example.org"),
              new PersonName("Paul"),
              Role.PHARMACIST,
              Optional.of(new PharmacyId(7)),
              Optional.of(Rpps.of("99000000001")));
      Invitations.make(db, secret, pharmacist, NOW, new MemberId(5));
      Invitation found = Invitations.find(db, secret, NOW).orElseThrow();
      assertEquals(Optional.of(new PharmacyId(7)), found.pharmacy());
      assertEquals(pharmacist.rpps(), found.rpps());
      Member member = new Member(new MemberId(6), found);
      assertEquals(pharmacist.rpps(), member.rpps());
    }
  }

  @Test
  void itServesForSeventyTwoHoursAndOnce() throws Exception {
    try (Connection db = database.getConnection()) {
      Invitations.make(db, secret, invited, NOW);
      Instant late = NOW.plus(Duration.ofHours(72));
      assertTrue(Invitations.find(db, secret, late.minusSeconds(1)).isPresent());
      assertFalse(Invitations.find(db, secret, late).isPresent());
      assertFalse(Invitations.useUp(db, secret, late).isPresent());
      assertFalse(Invitations.find(db, InvitationSecret.fresh(random), NOW).isPresent());
      assertTrue(Invitations.useUp(db, secret, NOW).isPresent());
      assertFalse(Invitations.useUp(db, secret, NOW).isPresent());
      assertFalse(Invitations.find(db, secret, NOW).isPresent());
    }
  }

  @Test
  void ofAllWhoUseItAtOnceOneGetsIt() throws Exception {
    try (Connection db = database.getConnection()) {
      Invitations.make(db, secret, invited, NOW);
    }
    Callable<Boolean> use =
        () -> {
          try (Connection db = database.getConnection()) {
            return Invitations.useUp(db, secret, NOW).isPresent();
          }
        };
    try (var threads = Executors.newFixedThreadPool(8)) {
      var uses = threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> use).toList());
      int got = 0;
      for (var done : uses) {
        got += done.get() ? 1 : 0;
      }
      assertEquals(1, got);
    }
  }

  @Test
  void theSecretIsNotInTheDatabase() throws Exception {
    try (Connection db = database.getConnection()) {
      Invitations.make(db, secret, invited, NOW);
      try (ResultSet row = db.createStatement().executeQuery("SELECT HEX(secret_hash) FROM invitation")) {
        assertTrue(row.next());
        assertEquals(HexFormat.of().withUpperCase().formatHex(secret.hash()), row.getString(1));
        assertFalse(row.next());
      }
    }
  }
}
