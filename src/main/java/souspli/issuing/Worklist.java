package souspli.issuing;

import jakarta.inject.Inject;
import jakarta.enterprise.context.Dependent;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souspli.links.Custody;
import souspli.links.InCustody;
import souspli.links.Link;
import souspli.links.LinkState;
import souspli.links.Links;
import souspli.links.WithdrawReason;
import souspli.limits.Tries;
import souspli.pharmacies.Pharmacies;
import souspli.registry.Outbox;
import souspli.registry.Transfer;
import souspli.result.Dossier;
import souspli.sealedlink.LinkId;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Act;
import souspli.staff.Acting;

/** A pharmacy's own slips as its counter sees them: how each stands, and never an outcome. */
@Dependent
public class Worklist {
  private static final String COUNTS =
      """
      SELECT l.link_id, t.used, t.allowed, i.at,
             (SELECT COUNT(*) FROM event e WHERE e.link_id = l.link_id AND e.kind = 4) AS opened
      FROM link l JOIN tries t ON t.link_id = l.link_id JOIN event i ON i.link_id = l.link_id AND i.seq = 0
      WHERE l.pharmacy = ? AND
      """;

  private final Links links;
  private final Custody custody;
  private final Pharmacies pharmacies;
  private final Outbox outbox;
  private final InstantSource clock;

  @Inject
  public Worklist(
      Links links, Custody custody, Pharmacies pharmacies, Outbox outbox, InstantSource clock) {
    this.links = links;
    this.custody = custody;
    this.pharmacies = pharmacies;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * One slip.
   *
   * @param reason present exactly when withdrawn
   * @param dossier whose it is, of which test and when it may be read; only in custody
   * @param opened how often the result was shown to who holds the slip
   * @param expiresOn the last day on which it opens
   * @param transfer how its way to the registry stands; empty where nothing is owed to one
   */
  public record Row(
      SlipNumber slip,
      LinkState state,
      Optional<WithdrawReason> reason,
      Instant issuedAt,
      Optional<Dossier> dossier,
      boolean corrected,
      int opened,
      Tries.State tries,
      LocalDate expiresOn,
      Optional<Transfer> transfer) {}

  /** Issued since midnight on the pharmacy's own clock; newest first. */
  @Transactional
  public List<Row> today(Acting acting) {
    acting.require(Act.SEE_WORKLIST);
    ZoneId zone = pharmacies.get(acting.pharmacyId()).zone();
    Instant midnight = LocalDate.ofInstant(clock.instant(), zone).atStartOfDay(zone).toInstant();
    LocalDate day = LocalDate.ofInstant(midnight, ZoneOffset.UTC);
    Map<LinkId, Counts> counts = counts(acting, "l.custody_day >= ?", day);
    Map<LinkId, Transfer> transfers = links.sql(db -> outbox.since(db, acting.pharmacyId(), day));
    return links.ofPharmacySince(acting.pharmacyId(), day).stream()
        .filter(link -> counts.containsKey(link.id()))
        .map(link -> row(link, counts.get(link.id()), Optional.ofNullable(transfers.get(link.id()))))
        .filter(row -> !row.issuedAt().isBefore(midnight))
        .sorted(Comparator.comparing(Row::issuedAt).reversed().thenComparing(row -> row.slip().digits()))
        .toList();
  }

  /** Any slip of the own pharmacy, also after custody; empty for another pharmacy's, as for none. */
  @Transactional
  public Optional<Row> find(Acting acting, SlipNumber slip) {
    acting.require(Act.SEE_WORKLIST);
    return links
        .bySlip(slip, acting.pharmacyId())
        .map(
            link ->
                row(
                    link,
                    counts(acting, "l.slip = ?", slip.digits()).get(link.id()),
                    links.sql(db -> outbox.of(db, link.id()))));
  }

  /** Those that the registry has not got and will not get by itself, whenever they were issued; oldest first. */
  @Transactional
  public List<Row> untransferred(Acting acting) {
    acting.require(Act.SEE_WORKLIST);
    List<SlipNumber> slips = links.sql(db -> outbox.tasks(db, acting.pharmacyId()));
    return slips.stream().flatMap(slip -> find(acting, slip).stream()).toList();
  }

  private record Counts(Instant issuedAt, int opened, Tries.State tries) {}

  private Row row(Link link, Counts counts, Optional<Transfer> transfer) {
    return new Row(
        link.slip(),
        link.state(),
        link.reason(),
        counts.issuedAt(),
        custody.of(link).map(InCustody::dossier),
        link.revision() > 1,
        counts.opened(),
        counts.tries(),
        link.expiresOn(),
        transfer);
  }

  private Map<LinkId, Counts> counts(Acting acting, String which, Object value) {
    return links.sql(connection -> counts(connection, acting, which, value));
  }

  private static Map<LinkId, Counts> counts(Connection connection, Acting acting, String which, Object value)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(COUNTS + which)) {
      select.setLong(1, acting.pharmacyId().value());
      select.setObject(2, value);
      try (ResultSet rows = select.executeQuery()) {
        Map<LinkId, Counts> counts = new HashMap<>();
        while (rows.next()) {
          counts.put(
              new LinkId(rows.getBytes("link_id")),
              new Counts(
                  rows.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                  rows.getInt("opened"),
                  new Tries.State(rows.getInt("used"), rows.getInt("allowed"))));
        }
        return counts;
      }
    }
  }
}
