package souspli.worklist;

import jakarta.inject.Inject;
import jakarta.enterprise.context.Dependent;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import souspli.links.Custody;
import souspli.links.InCustody;
import souspli.links.Link;
import souspli.links.LinkState;
import souspli.links.Links;
import souspli.links.WithdrawGrounds;
import souspli.links.WithdrawReason;
import souspli.limits.Tries;
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
      SELECT t.used, t.allowed, i.at,
             (SELECT COUNT(*) FROM event e WHERE e.link_id = t.link_id AND e.kind = 4) AS opened,
             (SELECT MAX(e.grounds) FROM event e WHERE e.link_id = t.link_id AND e.kind = 6) AS grounds
      FROM tries t JOIN event i ON i.link_id = t.link_id AND i.seq = 0 WHERE t.link_id = ?
      """;

  private final Links links;
  private final Custody custody;
  private final Outbox outbox;

  @Inject
  public Worklist(Links links, Custody custody, Outbox outbox) {
    this.links = links;
    this.custody = custody;
    this.outbox = outbox;
  }

  /**
   * One slip.
   *
   * @param reason present exactly when withdrawn
   * @param grounds why staff withdrew it, where they said so
   * @param dossier whose it is, of which test and when it may be read; only in custody
   * @param opened how often the result was shown to who holds the slip
   * @param expiresOn the last day on which it opens
   * @param transfer how its way to the registry stands; empty where nothing is owed to one
   */
  public record Row(
      SlipNumber slip,
      LinkState state,
      Optional<WithdrawReason> reason,
      Optional<WithdrawGrounds> grounds,
      Instant issuedAt,
      Optional<Dossier> dossier,
      boolean corrected,
      int opened,
      Tries.State tries,
      LocalDate expiresOn,
      Optional<Transfer> transfer) {}

  /** Any slip of the own pharmacy, also after custody; empty for another pharmacy's, as for none. */
  @Transactional
  public Optional<Row> find(Acting acting, SlipNumber slip) {
    acting.require(Act.SEE_WORKLIST);
    return links.bySlip(slip, acting.pharmacyId()).map(this::row);
  }

  /** Those that the registry has not got and will not get by itself, whenever they were issued; oldest first. */
  @Transactional
  public List<Row> untransferred(Acting acting) {
    acting.require(Act.SEE_WORKLIST);
    List<SlipNumber> slips = links.sql(db -> outbox.tasks(db, acting.pharmacyId()));
    return slips.stream().flatMap(slip -> find(acting, slip).stream()).toList();
  }

  private record Counts(Instant issuedAt, int opened, Tries.State tries, Optional<WithdrawGrounds> grounds) {}

  private Row row(Link link) {
    Counts counts = links.sql(db -> counts(db, link.id()));
    return new Row(
        link.slip(),
        link.state(),
        link.reason(),
        counts.grounds(),
        counts.issuedAt(),
        custody.of(link).map(InCustody::dossier),
        link.revision() > 1,
        counts.opened(),
        counts.tries(),
        link.expiresOn(),
        links.sql(db -> outbox.of(db, link.id())));
  }

  private static Counts counts(Connection db, LinkId link) throws SQLException {
    try (PreparedStatement select = db.prepareStatement(COUNTS)) {
      select.setBytes(1, link.bytes());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("a link without its issue or its tries");
        }
        return new Counts(
            row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
            row.getInt("opened"),
            new Tries.State(row.getInt("used"), row.getInt("allowed")),
            Optional.ofNullable(row.getObject("grounds", Integer.class)).map(WithdrawGrounds::of));
      }
    }
  }
}
