package souspli.links;

import jakarta.enterprise.context.Dependent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import souspli.sealedlink.LinkId;
import souspli.sealedlink.PharmacyId;
import souspli.sealedlink.Sealed;
import souspli.sealedlink.Unlock.Verifier;

/**
 * The links as an opening needs them: plain SQL on the caller's connection, since what an opening counts and when it
 * commits is its security. Staff go by {@link Links}.
 */
@Dependent
public class SealedLinks {

  /** Empty when there is none of this id. Whether it has expired is the caller's to see. */
  public Optional<SealedLink> find(Connection connection, LinkId id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT pharmacy, state, reason, pepper_month, expires_on, verifier, holder_wrap, revision
            FROM link WHERE link_id = ?
            """)) {
      select.setBytes(1, id.bytes());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(read(id, row)) : Optional.empty();
      }
    }
  }

  /** The sealed result; empty when it is gone. */
  public Optional<Sealed> result(Connection connection, LinkId id, int revision) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT sealed FROM result WHERE link_id = ? AND revision = ?")) {
      select.setBytes(1, id.bytes());
      select.setInt(2, revision);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(new Sealed(row.getBytes("sealed"))) : Optional.empty();
      }
    }
  }

  /**
   * Counts one more event of a link that is still as it was read; its row is locked until the caller's transaction
   * ends. False: it was corrected, withdrawn or replaced in between, and nothing was counted.
   */
  public boolean countOpening(Connection connection, LinkId id, int revision) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE link SET events = events + 1 WHERE link_id = ? AND state = 1 AND revision = ?")) {
      update.setBytes(1, id.bytes());
      update.setInt(2, revision);
      return update.executeUpdate() == 1;
    }
  }

  private static SealedLink read(LinkId id, ResultSet row) throws SQLException {
    int month = row.getInt("pepper_month");
    return new SealedLink(
        id,
        new PharmacyId(row.getLong("pharmacy")),
        LinkState.of(row.getInt("state")),
        Optional.ofNullable(row.getObject("reason", Integer.class)).map(WithdrawReason::of),
        YearMonth.of(month / 100, month % 100),
        row.getObject("expires_on", LocalDate.class),
        Verifier.of(row.getBytes("verifier")),
        Optional.ofNullable(row.getBytes("holder_wrap")).map(Sealed::new),
        row.getInt("revision"));
  }
}
