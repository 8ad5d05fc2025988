package souspli.registry;

import static souspli.fixtures.ACounter.NOT_FOUND;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import souspli.accesslog.EventKind;
import souspli.fixtures.ACounter;
import souspli.issuing.IssuedSlip;
import souspli.links.Links;
import souspli.result.TestResult.CorrectionReason;
import souspli.sealedlink.LinkId;
import souspli.sealedlink.SlipNumber;
import souspli.standin.Fault;

/** A counter at work, the stand-in registry, and a sender between them that sends only when it is told to. */
final class AnOutbox implements AutoCloseable {
  final AtomicReference<Fault> fault = new AtomicReference<>(Fault.NONE);
  final ARegistry registry;
  final ACounter counter;
  final Outbox outbox;
  final Sender sender;

  AnOutbox(Path directory) {
    this(directory, Map.of());
  }

  /**
   * @param more settings that all of them work under
   */
  AnOutbox(Path directory, Map<String, String> more) {
    registry = new ARegistry(directory, fault::get);
    Map<String, String> all = new HashMap<>(more);
    all.putAll(registry.asSettings());
    counter = new ACounter(directory, all);
    outbox = new Outbox(counter.settings);
    sender = sender();
  }

  Sender sender() {
    return new Sender(
        counter.database,
        counter.keys,
        counter.events,
        counter.settings,
        counter.clock,
        counter.random,
        Duration.ofSeconds(20));
  }

  void correct(SlipNumber slip) {
    counter.in(
        () -> counter.correctResult.correct(counter.pharmacist, slip, NOT_FOUND, CorrectionReason.READ_WRONG));
  }

  /** So that the registry may have it. */
  void withdrawAfterOneTry(IssuedSlip slip) throws SQLException {
    fault.set(Fault.CONFLICT);
    sender.drain();
    counter.in(() -> counter.withdrawLink.withdraw(counter.pharmacist, slip.number(), Optional.empty()));
    fault.set(Fault.NONE);
    counter.tamper("UPDATE outbox SET next_try = UTC_TIMESTAMP()");
  }

  Optional<Transfer> transfer(IssuedSlip slip) {
    return counter.sql(db -> outbox.of(db, slip.token().linkId()));
  }

  boolean again(IssuedSlip slip) {
    return counter.<Boolean>sql(db -> outbox.again(db, slip.token().linkId()));
  }

  /** How many events say so. */
  long transferred(IssuedSlip slip) {
    return counter.sql(db -> counter.events.told(db, slip.token().linkId()).lastTen()).stream()
        .filter(event -> event.kind() == EventKind.TRANSFERRED)
        .count();
  }

  /** Whether what a report is made from is still there. */
  boolean keeps(IssuedSlip slip) {
    return this.<Boolean>one(
        """
        SELECT custody_wrap IS NOT NULL AND traits IS NOT NULL
          AND EXISTS (SELECT 1 FROM result r WHERE r.link_id = l.link_id)
        FROM link l WHERE link_id = ?
        """,
        slip.token().linkId(),
        row -> row.getBoolean(1));
  }

  String report(LinkId link) {
    return one("SELECT LOWER(HEX(report)) FROM link WHERE link_id = ?", link, row -> row.getString(1));
  }

  private interface Read<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> T one(String sql, LinkId link, Read<T> read) {
    Links.Sql<T> work =
        db -> {
          try (PreparedStatement select = db.prepareStatement(sql)) {
            select.setBytes(1, link.bytes());
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return read.of(row);
            }
          }
        };
    return counter.sql(work);
  }

  @Override
  public void close() {
    registry.close();
  }
}
