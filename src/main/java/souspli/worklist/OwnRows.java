package souspli.worklist;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import souspli.links.Custody;
import souspli.links.LinkState;
import souspli.links.Links;
import souspli.links.WithdrawReason;
import souspli.result.Dossier;
import souspli.sealedlink.LinkId;
import souspli.sealedlink.PharmacyId;
import souspli.sealedlink.Sealed;
import souspli.sealedlink.SlipNumber;

/** The rows of a pharmacy's slips of some hours, with what is sealed in them still sealed. */
@Dependent
public class OwnRows {
  private static final String ROWS =
      """
      SELECT l.link_id, l.slip, l.state, l.reason, l.revision, l.custody_day, l.traits, i.at
      FROM link l JOIN event i ON i.link_id = l.link_id AND i.seq = 0
      WHERE l.pharmacy = ? AND l.custody_day >= ? AND l.custody_day <= ? AND i.at >= ? AND i.at < ?
      ORDER BY i.at DESC, l.slip
      """;

  private final Links links;
  private final Custody custody;

  @Inject
  public OwnRows(Links links, Custody custody) {
    this.links = links;
    this.custody = custody;
  }

  /** One of them. */
  record OwnRow(
      LinkId id,
      SlipNumber slip,
      LinkState state,
      Optional<WithdrawReason> reason,
      boolean corrected,
      LocalDate custodyDay,
      Optional<Sealed> traits,
      Instant issuedAt) {}

  /** Issued from {@code from} on and before {@code end}, while the key of the day is not destroyed; newest first. */
  List<OwnRow> between(PharmacyId pharmacy, Instant from, Instant end) {
    return links.sql(db -> read(db, pharmacy, from, end));
  }

  /** Opens what the day's key opens: a reader of one request, which keeps nothing. */
  Custody.Reader reader(PharmacyId pharmacy) {
    return custody.reader(pharmacy);
  }

  private static List<OwnRow> read(Connection db, PharmacyId pharmacy, Instant from, Instant end)
      throws SQLException {
    try (PreparedStatement select = db.prepareStatement(ROWS)) {
      select.setLong(1, pharmacy.value());
      select.setObject(2, LocalDate.ofInstant(from, ZoneOffset.UTC));
      select.setObject(3, LocalDate.ofInstant(end, ZoneOffset.UTC));
      select.setObject(4, LocalDateTime.ofInstant(from, ZoneOffset.UTC));
      select.setObject(5, LocalDateTime.ofInstant(end, ZoneOffset.UTC));
      List<OwnRow> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(
              new OwnRow(
                  new LinkId(row.getBytes("link_id")),
                  SlipNumber.of(row.getString("slip")),
                  LinkState.of(row.getInt("state")),
                  Optional.ofNullable(row.getObject("reason", Integer.class)).map(WithdrawReason::of),
                  row.getInt("revision") > 1,
                  row.getObject("custody_day", LocalDate.class),
                  Optional.ofNullable(row.getBytes("traits")).map(Sealed::new),
                  row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC)));
        }
      }
      return rows;
    }
  }
}
