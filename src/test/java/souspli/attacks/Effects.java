package souspli.attacks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import souspli.fixtures.Lines;
import souspli.fixtures.Portal;

/** What stands in the tables that a command of staff could change: the same before and after whatever was refused. */
final class Effects {
  /** The registry's sender works meanwhile: its events are left out. */
  private static final List<String> QUERIES =
      List.of(
          "SELECT HEX(link_id), state, revision, expires_on FROM link ORDER BY link_id",
          "SELECT COUNT(*) FROM event WHERE kind <> 9",
          "SELECT SUM(used), SUM(allowed), COUNT(*) FROM tries",
          "SELECT member, email, role, pharmacy, disabled_on FROM member ORDER BY member",
          "SELECT HEX(secret_hash), used FROM invitation ORDER BY secret_hash",
          "SELECT api_key, revoked_on FROM api_key ORDER BY api_key",
          "SELECT proposal, decided_by FROM proposal ORDER BY proposal",
          "SELECT HEX(code_hash) FROM recovery_code ORDER BY member, code_hash",
          "SELECT COUNT(*) FROM pharmacy",
          "SELECT passkey, name FROM passkey ORDER BY passkey");

  private Effects() {}

  static List<String> of(Portal portal) throws SQLException {
    List<String> effects = new ArrayList<>();
    try (Connection db = portal.database()) {
      for (String query : QUERIES) {
        effects.addAll(Lines.of(db, query));
      }
    }
    return effects;
  }
}
