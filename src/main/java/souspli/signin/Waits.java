package souspli.signin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.Inet4Address;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import souspli.keys.KeyDirectory;
import souspli.limits.ClientAddress;

/**
 * Wrong tries to sign in only delay the next one, longer and longer: five are free, then one second, two, four, up to
 * thirty; an hour without any forgets them.
 *
 * <p>Counted is the pair of what was typed as address and the neighbourhood it came from. So nobody elsewhere can keep
 * the owner of an address waiting, whether somebody has that address makes no difference, and no address is stored: a
 * cell is found by a key that changes daily. What that leaves open to a guesser with many networks, the length of a
 * password and the second factor close.
 */
@Dependent
public class Waits {

  private static final String NOW = "(TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6)) DIV 1000)";

  private static final String MAKE =
      """
      INSERT IGNORE INTO sign_in_wait (cell) VALUES (?)
      """;

  // assignments take effect from left to right: the second sees the new count
  private static final String COUNT =
      """
      UPDATE sign_in_wait
         SET wrong = IF(until_ms < %1$s - 3600000, 1, LEAST(wrong + 1, 20)),
             until_ms = %1$s + IF(wrong <= 5, 0, LEAST(30000, 500 << (wrong - 5)))
       WHERE cell = ? AND until_ms <= %1$s
      """
          .formatted(NOW);

  private static final String LEFT =
      """
      SELECT until_ms - %s FROM sign_in_wait WHERE cell = ?
      """
          .formatted(NOW);

  private static final String FORGIVE =
      """
      UPDATE sign_in_wait SET wrong = 0, until_ms = 0 WHERE cell = ?
      """;

  // a millisecond more, so that a failure costs the database what a success costs
  private static final String KEEP =
      """
      UPDATE sign_in_wait SET until_ms = until_ms + 1 WHERE cell = ?
      """;

  private final KeyDirectory keys;
  private final InstantSource clock;

  @Inject
  public Waits(KeyDirectory keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** One of 65,536 counters. */
  record Cell(int number) {}

  Cell cell(String typedAddress, ClientAddress from) {
    byte[] peer = from.address().getAddress();
    byte[] neighbourhood = Arrays.copyOf(peer, from.address() instanceof Inet4Address ? 3 : 8);
    byte[] typed = typedAddress.getBytes(StandardCharsets.UTF_8);
    byte[] both = Arrays.copyOf(neighbourhood, neighbourhood.length + 1 + typed.length);
    both[neighbourhood.length] = '@'; // what follows a neighbourhood of three bytes is no longer one of eight
    System.arraycopy(typed, 0, both, neighbourhood.length + 1, typed.length);
    byte[] mac = keys.gateKey(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).mac(both);
    return new Cell((mac[0] & 0xff) << 8 | mac[1] & 0xff);
  }

  /**
   * Counts a try before anything about it is checked.
   *
   * @param db with autocommit, so that the count stands when this returns
   * @return how long to wait, where it is too soon: then nothing was counted
   */
  Optional<Duration> count(Connection db, Cell cell) throws SQLException {
    try (PreparedStatement make = db.prepareStatement(MAKE);
        PreparedStatement count = db.prepareStatement(COUNT);
        PreparedStatement left = db.prepareStatement(LEFT)) {
      count.setInt(1, cell.number());
      if (count.executeUpdate() == 1) {
        return Optional.empty();
      }
      make.setInt(1, cell.number());
      if (make.executeUpdate() == 1 && count.executeUpdate() == 1) {
        return Optional.empty();
      }
      left.setInt(1, cell.number());
      try (ResultSet row = left.executeQuery()) {
        return Optional.of(Duration.ofMillis(row.next() ? Math.max(1, row.getLong(1)) : 1));
      }
    }
  }

  /** What came of a counted try; within the transaction that decided it. */
  void settle(Connection db, Cell cell, boolean right) throws SQLException {
    try (PreparedStatement settle = db.prepareStatement(right ? FORGIVE : KEEP)) {
      settle.setInt(1, cell.number());
      settle.executeUpdate();
    }
  }
}
