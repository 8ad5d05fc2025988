package souspli.api;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import souspli.sealedlink.PharmacyId;
import souspli.staff.Acting;
import souspli.staff.MemberId;
import souspli.staff.Role;

/** All keys of pharmacy software, in plain SQL on the caller's connection. */
final class ApiKeys {
  private static final String ADD =
      """
      INSERT INTO api_key (api_key, key_hash, pharmacy, made_by, name, made_on) VALUES (?, ?, ?, ?, ?, ?)
      """;

  /** A key ends with the member who made it: when they are disabled, or come back in another pharmacy. */
  private static final String FIND =
      """
      SELECT k.api_key, k.pharmacy, k.made_by, k.last_used_on
        FROM api_key k JOIN member m ON m.member = k.made_by AND m.disabled_on IS NULL AND m.pharmacy = k.pharmacy
       WHERE k.key_hash = ? AND k.revoked_on IS NULL
      """;

  private static final String USED = "UPDATE api_key SET last_used_on = ? WHERE api_key = ?";

  private static final String LIST =
      """
      SELECT k.api_key, k.name, k.made_on, k.last_used_on, k.revoked_on, m.name AS maker,
             k.revoked_on IS NULL AND m.disabled_on IS NULL AND m.pharmacy = k.pharmacy AS works
        FROM api_key k JOIN member m ON m.member = k.made_by
       WHERE k.pharmacy = ? ORDER BY works DESC, k.made_on DESC, k.name, k.api_key
      """;

  private static final String REVOKE =
      """
      UPDATE api_key SET revoked_on = ? WHERE api_key = ? AND pharmacy = ? AND revoked_on IS NULL
      """;

  private ApiKeys() {}

  /**
   * A key as its pharmacy's manager sees it.
   *
   * @param id of the row: says nothing of the key
   * @param works neither revoked nor its maker gone
   */
  public record Line(
      long id,
      String name,
      String maker,
      LocalDate madeOn,
      Optional<LocalDate> lastUsedOn,
      Optional<LocalDate> revokedOn,
      boolean works) {}

  static void add(Connection db, long id, ApiKey key, Acting maker, String name, LocalDate today) throws SQLException {
    try (PreparedStatement add = db.prepareStatement(ADD)) {
      add.setLong(1, id);
      add.setBytes(2, key.hash());
      add.setLong(3, maker.pharmacyId().value());
      add.setLong(4, maker.member().value());
      add.setString(5, name);
      add.setObject(6, today);
      add.executeUpdate();
    }
  }

  /** Who acts by this key; nobody for one that is unknown, revoked, or whose maker has gone: nobody is told which. */
  static Optional<Acting> acting(Connection db, ApiKey key, LocalDate today) throws SQLException {
    try (PreparedStatement find = db.prepareStatement(FIND)) {
      find.setBytes(1, key.hash());
      try (ResultSet row = find.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        if (!today.equals(row.getObject("last_used_on", LocalDate.class))) {
          used(db, row.getLong("api_key"), today);
        }
        PharmacyId pharmacy = new PharmacyId(row.getLong("pharmacy"));
        MemberId maker = new MemberId(row.getLong("made_by"));
        return Optional.of(new Acting(maker, Role.PHARMACIST, Optional.of(pharmacy), Acting.Proof.SOFTWARE));
      }
    }
  }

  private static void used(Connection db, long id, LocalDate today) throws SQLException {
    try (PreparedStatement used = db.prepareStatement(USED)) {
      used.setObject(1, today);
      used.setLong(2, id);
      used.executeUpdate();
    }
  }

  /** Those that work first. */
  static List<Line> of(Connection db, PharmacyId pharmacy) throws SQLException {
    try (PreparedStatement list = db.prepareStatement(LIST)) {
      list.setLong(1, pharmacy.value());
      try (ResultSet row = list.executeQuery()) {
        List<Line> lines = new ArrayList<>();
        while (row.next()) {
          lines.add(
              new Line(
                  row.getLong("api_key"),
                  row.getString("name"),
                  row.getString("maker"),
                  row.getObject("made_on", LocalDate.class),
                  Optional.ofNullable(row.getObject("last_used_on", LocalDate.class)),
                  Optional.ofNullable(row.getObject("revoked_on", LocalDate.class)),
                  row.getBoolean("works")));
        }
        return lines;
      }
    }
  }

  /** Whether there was one to revoke: another pharmacy's is none, and neither is one that was revoked before. */
  static boolean revoke(Connection db, long id, PharmacyId pharmacy, LocalDate today) throws SQLException {
    try (PreparedStatement revoke = db.prepareStatement(REVOKE)) {
      revoke.setObject(1, today);
      revoke.setLong(2, id);
      revoke.setLong(3, pharmacy.value());
      return revoke.executeUpdate() == 1;
    }
  }
}
