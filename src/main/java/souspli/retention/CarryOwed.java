package souspli.retention;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import souspli.accesslog.Events;
import souspli.links.Custody;
import souspli.links.Link;
import souspli.links.LinkState;
import souspli.links.Links;
import souspli.registry.Outbox;
import souspli.sealedlink.LinkId;
import souspli.settings.Settings;

/**
 * What the registry has not got when custody ends is sealed anew under a later day's key, for as long as seven days
 * after the issue: no key that opens it lives longer. Then it is given up, and its pharmacy has a task. What the
 * registry gets meanwhile leaves custody with the acknowledgement.
 */
@Dependent
public class CarryOwed {
  static final int LONGEST = 7;

  private final Links links;
  private final Custody custody;
  private final Outbox outbox;
  private final Events events;
  private final int custodyDays;

  @Inject
  public CarryOwed(Links links, Custody custody, Outbox outbox, Events events, Settings settings) {
    this.links = links;
    this.custody = custody;
    this.outbox = outbox;
    this.events = events;
    this.custodyDays = settings.custodyDays();
  }

  /** What became of one link. */
  public enum Outcome {
    CARRIED,
    GIVEN_UP,
    /** It is still sealed as it was, and tried again: there is nothing to open, or a key is not on this node. */
    NO_KEY,
    /** Another node was faster, or the registry has it by now. */
    NOTHING
  }

  /** The links whose custody is over and of which the registry has not got everything; by now, or by another node. */
  @Transactional
  public List<LinkId> due(LocalDate today) {
    return links.sql(db -> due(db, today));
  }

  /** One of them, in a transaction of its own. Throws {@code BrokenSeal} when somebody changed its rows. */
  @Transactional
  public Outcome carry(LinkId id, LocalDate today) {
    return links
        .lock(id)
        .filter(link -> links.sql(db -> outbox.isOpen(db, id)))
        .map(link -> carry(link, today))
        .orElse(Outcome.NOTHING);
  }

  private Outcome carry(Link link, LocalDate today) {
    LocalDate issued = LocalDate.ofInstant(links.sql(db -> events.issuedAt(db, link.id())), ZoneOffset.UTC);
    LocalDate last = issued.plusDays(LONGEST);
    if (today.isAfter(last)) {
      giveUp(link);
      return Outcome.GIVEN_UP;
    }
    LocalDate over = today.minusDays(custodyDays);
    LocalDate latest = last.minusDays(custodyDays);
    LocalDate to = today.isBefore(latest) ? today : latest;
    if (link.custodyDay().filter(day -> day.isBefore(over) && day.isBefore(to)).isEmpty()) {
      return Outcome.NOTHING;
    }
    return custody.carry(link, to) ? Outcome.CARRIED : Outcome.NO_KEY;
  }

  private void giveUp(Link link) {
    link.custodyEnded();
    links.sql(db -> outbox.giveUp(db, link.id()));
    if (link.state() == LinkState.WITHDRAWN) {
      links.removeRevisions(link);
    }
  }

  private List<LinkId> due(Connection db, LocalDate today) throws SQLException {
    try (PreparedStatement select =
        db.prepareStatement(
            """
            SELECT DISTINCT l.link_id
            FROM outbox o JOIN link l ON l.link_id = o.link_id JOIN event i ON i.link_id = l.link_id AND i.seq = 0
            WHERE o.state IN (0, 2, 3)
              AND (DATE(i.at) < ?
                OR l.custody_day < ? AND l.custody_day < LEAST(?, DATE(i.at) + INTERVAL ? DAY)
                  AND l.custody_wrap IS NOT NULL)
            """)) {
      select.setObject(1, today.minusDays(LONGEST));
      select.setObject(2, today.minusDays(custodyDays));
      select.setObject(3, today);
      select.setInt(4, LONGEST - custodyDays);
      try (ResultSet row = select.executeQuery()) {
        List<LinkId> due = new ArrayList<>();
        while (row.next()) {
          due.add(new LinkId(row.getBytes(1)));
        }
        return due;
      }
    }
  }
}
