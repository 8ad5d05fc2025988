package souspli.links;

import jakarta.inject.Inject;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import souspli.accesslog.EventKind;
import souspli.accesslog.Events;
import souspli.sealedlink.LinkId;
import souspli.sealedlink.PharmacyId;
import souspli.sealedlink.SlipNumber;

/**
 * All links, for those who work with them. Lives in the caller's transaction. Whoever asks for a pharmacy's slip gets
 * no other pharmacy's: to them that is a slip that does not exist.
 */
@Dependent
public class Links {
  private final EntityManager entities;
  private final Events events;

  @Inject
  public Links(EntityManager entities, Events events) {
    this.entities = entities;
    this.events = events;
  }

  /** Whoever's it is; only support asks so. */
  public Optional<Link> bySlip(SlipNumber slip) {
    return one(query("SELECT l FROM Link l WHERE l.slip = :slip").setParameter("slip", slip.digits()));
  }

  public Optional<Link> bySlip(SlipNumber slip, PharmacyId pharmacy) {
    return one(ofPharmacy(slip, pharmacy));
  }

  /** As {@link #bySlip(SlipNumber)}, to be changed: locked until the transaction ends. */
  public Optional<Link> lock(SlipNumber slip) {
    return bySlip(slip).flatMap(link -> lock(link.id()));
  }

  /** As {@link #bySlip(SlipNumber, PharmacyId)}, to be changed: locked until the transaction ends. */
  public Optional<Link> lock(SlipNumber slip, PharmacyId pharmacy) {
    return bySlip(slip, pharmacy).flatMap(link -> lock(link.id()));
  }

  /** To be changed: locked until the transaction ends, and read anew. */
  public Optional<Link> lock(LinkId id) {
    return one(
        query("SELECT l FROM Link l WHERE l.linkId = :id")
            .setParameter("id", id.bytes())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE));
  }

  /** Whether the report of this link is held by another: a re-issue was committed. */
  boolean isSucceeded(Link link) {
    return !query("SELECT l FROM Link l WHERE l.report = :report AND l.linkId <> :id")
        .setParameter("report", link.report().bytes())
        .setParameter("id", link.id().bytes())
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** The pharmacy's links that were issued on {@code day} or later, in no order. */
  public List<Link> ofPharmacySince(PharmacyId pharmacy, LocalDate day) {
    return query("SELECT l FROM Link l WHERE l.pharmacy = :pharmacy AND l.custodyDay >= :day")
        .setParameter("pharmacy", pharmacy.value())
        .setParameter("day", day)
        .getResultList();
  }

  /** One that no link has. */
  public SlipNumber freeNumber(SecureRandom random) {
    return Stream.generate(() -> SlipNumber.fresh(random))
        .filter(slip -> bySlip(slip).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  public void add(Link link) {
    entities.persist(link);
  }

  public void add(Revision revision) {
    entities.persist(revision);
  }

  /** Oldest first; none is missing while the link is not withdrawn. */
  public List<Revision> revisions(Link link) {
    return entities
        .createQuery("SELECT r FROM Revision r WHERE r.linkId = :id ORDER BY r.revision", Revision.class)
        .setParameter("id", link.id().bytes())
        .getResultList();
  }

  /** The one that is shown. */
  public Revision current(Link link) {
    return Optional.ofNullable(entities.find(Revision.class, new Revision.Key(link.id(), link.revision())))
        .orElseThrow(() -> new IllegalStateException("the revision of a ready link is missing"));
  }

  /** Whether the registry has not yet been told all of it. */
  boolean isOwed(Link link) {
    return sql(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT 1 FROM outbox WHERE link_id = ? AND state = 0 LIMIT 1")) {
            select.setBytes(1, link.id().bytes());
            try (ResultSet row = select.executeQuery()) {
              return row.next();
            }
          }
        });
  }

  /** With its result, where nobody may open it any more. */
  public void removeRevisions(Link link) {
    entities
        .createQuery("DELETE FROM Revision r WHERE r.linkId = :id")
        .setParameter("id", link.id().bytes())
        .executeUpdate();
  }

  /** Counts and writes an event of a locked or new link, after all that was changed before. */
  public void note(Link link, Instant at, EventKind kind, long actor) {
    note(link, at, kind, actor, OptionalInt.empty());
  }

  void note(Link link, Instant at, EventKind kind, long actor, OptionalInt grounds) {
    link.countEvent();
    sql(connection -> {
      events.append(connection, link.id(), at, kind, actor, link.revision(), grounds);
      return null;
    });
  }

  /** Runs plain SQL in this transaction, after everything that its entities have changed so far. */
  public <T> T sql(Sql<T> work) {
    entities.flush();
    try {
      return work.on(entities.unwrap(Connection.class));
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  /** Some SQL. */
  @FunctionalInterface
  public interface Sql<T> {
    T on(Connection connection) throws SQLException;
  }

  private TypedQuery<Link> ofPharmacy(SlipNumber slip, PharmacyId pharmacy) {
    return query("SELECT l FROM Link l WHERE l.slip = :slip AND l.pharmacy = :pharmacy")
        .setParameter("slip", slip.digits())
        .setParameter("pharmacy", pharmacy.value());
  }

  private TypedQuery<Link> query(String jpql) {
    return entities.createQuery(jpql, Link.class);
  }

  private static Optional<Link> one(TypedQuery<Link> query) {
    return query.getResultStream().findFirst();
  }
}
