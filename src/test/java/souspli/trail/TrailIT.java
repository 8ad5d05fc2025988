package souspli.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import souspli.fixtures.ADatabase;
import souspli.fixtures.Lines;
import souspli.limits.ClientAddress;
import souspli.sealedlink.PharmacyId;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Acting;
import souspli.staff.MemberId;
import souspli.staff.Role;

class TrailIT {
  private static final Acting MANAGER =
      new Acting(new MemberId(7), Role.MANAGER, Optional.of(new PharmacyId(70)));

  private final SecureRandom random = new SecureRandom();
  private DataSource database;
  private Instant now = Instant.parse("2026-11-24T10:11:12.9Z");

  @BeforeEach
  void begin() {
    database = ADatabase.fresh();
  }

  @Test
  void aLineSaysWhenWhoWhereWhatAndToWhom() throws SQLException {
    at("192.0.2.77").note(MANAGER, TrailKind.SIGNED_IN);
    now = now.plusSeconds(1);
    at("2001:db8:7:8:9::1").note(MANAGER, TrailKind.LOOKED_AT_RESULT, About.slip(SlipNumber.of("4821930577")));
    now = now.plusSeconds(1);
    About somewhere = About.somebodyIn(Optional.of(new PharmacyId(71)));
    at("::ffff:192.0.2.77").note(MANAGER, TrailKind.INVITED, somewhere);
    assertEquals(
        List.of(
            "2026-11-24 10:11:12 1 7 70 null 192.0.2.0/24 null",
            "2026-11-24 10:11:13 25 7 70 null 2001:db8:7::/48 4821930577",
            "2026-11-24 10:11:14 10 7 71 null 192.0.2.0/24 null"),
        rows("SELECT at, kind, actor, pharmacy, subject, peer, slip FROM trail ORDER BY at"));
  }

  @Test
  void whatTheCommandLineDidHasNobodyAndNowhere() throws SQLException {
    try (Connection db = database.getConnection()) {
      Trail.commanded(db, random, now, TrailKind.DIRECTORY_LOADED, About.NOTHING);
    }
    assertEquals(List.of("26 0 null null"), rows("SELECT kind, actor, pharmacy, peer FROM trail"));
  }

  @Test
  void refusalsOfADayAreCountedInOneLine() throws SQLException {
    for (int i = 0; i < 5; i++) {
      at("192.0.2." + i).refused(TrailKind.REFUSED, Optional.empty());
      now = now.plusSeconds(60);
    }
    at("192.0.2.1").refused(MANAGER, TrailKind.FACTOR_REFUSED);
    assertEquals(
        List.of(
            "2026-11-24 10:15:12 2026-11-24 10:11:12 5 4 0 null null 192.0.2.0/24 false",
            "2026-11-24 10:16:12 2026-11-24 10:16:12 1 18 7 70 null 192.0.2.0/24 false"),
        rows("SELECT at, first_at, times, kind, actor, pharmacy, subject, peer, several FROM refusal ORDER BY at"));
    now = now.plus(Duration.ofDays(1));
    at("192.0.2.1").refused(TrailKind.REFUSED, Optional.empty());
    assertEquals(List.of("3"), rows("SELECT COUNT(*) FROM refusal"));
  }

  /** A thousand networks, as many refusals: at most 256 lines, and none is lost. */
  @Test
  void nobodyFillsTheTable() throws SQLException {
    for (int i = 0; i < 1_000; i++) {
      at("11." + i / 250 + "." + i % 250 + ".9").refused(TrailKind.REFUSED, Optional.empty());
      at("11." + i / 250 + "." + i % 250 + ".9").refused(MANAGER, TrailKind.FACTOR_REFUSED);
    }
    assertEquals(
        List.of("1 1000 1", "1 1000 1"),
        rows(
            "SELECT COUNT(*) <= IF(actor = 0, 256, 8), SUM(times), MIN(several = (times > 1)) = 1 FROM refusal"
                + " GROUP BY actor"));
  }

  @ParameterizedTest
  @CsvSource({"179, 1", "181, 0"})
  void whatIsOldGoesAndNothingElse(int days, int left) throws SQLException {
    now = Instant.now().minus(Duration.ofDays(days));
    at("192.0.2.1").note(MANAGER, TrailKind.SIGNED_IN);
    at("192.0.2.1").refused(TrailKind.REFUSED, Optional.empty());
    new ForgetTrail(database).forgetDue();
    assertEquals(
        List.of(left + " " + left), rows("SELECT COUNT(*), (SELECT COUNT(*) FROM refusal) FROM trail"));
  }

  private Trail at(String address) {
    Peer peer = Peer.at(new ClientAddress(InetAddress.ofLiteral(address)));
    return new Trail(database, peer, () -> now, random);
  }

  private List<String> rows(String query) throws SQLException {
    try (Connection db = database.getConnection()) {
      return Lines.of(db, query);
    }
  }
}
