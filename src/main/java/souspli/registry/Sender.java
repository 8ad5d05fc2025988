package souspli.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import javax.sql.DataSource;
import souspli.accesslog.Events;
import souspli.keys.KeyDirectory;
import souspli.limits.Transaction;
import souspli.registry.Leases.Lease;
import souspli.registry.OwedReport.Rows;
import souspli.settings.Settings;

/**
 * Sends what is owed, one revision after another; as many may do so at once as like, on as many nodes. Never throws for
 * what a registry does. Whatever happens to it in between, the row is due again when its lease is over, and sending
 * twice changes nothing.
 */
@ApplicationScoped
public class Sender {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Leased and settled together: a commit costs more than a message. */
  private static final int AT_ONCE = 16;

  private DataSource database;
  private KeyDirectory keys;
  private InstantSource clock;
  private SecureRandom random;
  private Settings settings;
  private Leases leases;
  private Hold hold;
  private Optional<Registry> registry;
  private Duration patience;

  protected Sender() {
    // for the container's proxy
  }

  @Inject
  public Sender(
      DataSource database,
      KeyDirectory keys,
      Events events,
      Settings settings,
      InstantSource clock,
      SecureRandom random) {
    this(database, keys, events, settings, clock, random, PATIENCE);
  }

  /**
   * @param patience how long one call may last, and how long after a lease one may begin; twice that is well below
   *     {@link Leases#LENGTH}
   */
  Sender(
      DataSource database,
      KeyDirectory keys,
      Events events,
      Settings settings,
      InstantSource clock,
      SecureRandom random,
      Duration patience) {
    this.database = database;
    this.keys = keys;
    this.clock = clock;
    this.random = random;
    this.settings = settings;
    this.patience = patience;
    this.leases = new Leases(events);
    this.hold = new Hold(System::nanoTime);
    this.registry = settings.registry().map(known -> new Registry(known, random, patience));
  }

  /** Whether there is anything to send to. */
  public boolean hasRegistry() {
    return registry.isPresent();
  }

  /** Sends until nothing is due or the queue is held; returns how many were tried. */
  public int drain() throws SQLException {
    int tried = 0;
    for (int some = sendSome(); some > 0; some = sendSome()) {
      tried += some;
    }
    return tried;
  }

  /** Why nothing is sent, in one line without any detail of a message; empty while the way is open. */
  public Optional<String> pause() {
    return hold.reason().map(Hold.Reason::text);
  }

  /** The name of that reason, as in the keys of texts. */
  public Optional<String> reason() {
    return hold.reason().map(why -> why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** Looks again at once whether the registry can be reached. */
  public void lookAgain() {
    hold.lift();
  }

  /** Sends what is due, {@link #AT_ONCE} at most; returns how many were tried, 0 when none is due or all are held. */
  private int sendSome() throws SQLException {
    if (registry.isEmpty() || waits()) {
      return 0;
    }
    long before = System.nanoTime();
    List<Rows> taken = inTransaction(db -> OwedReport.load(db, leases.take(db, AT_ONCE)));
    if (taken.isEmpty()) {
      registry.get().rest();
      return 0;
    }
    List<Step> settled = new ArrayList<>();
    int tried = 0;
    try {
      // a machine that stood still, or a registry that is slow: by the time of an answer another might have the row
      while (tried < taken.size() && !waits() && System.nanoTime() - before < patience.toNanos()) {
        settled.add(send(taken.get(tried)));
        tried++;
      }
    } finally {
      taken.stream().skip(tried).forEach(rows -> settled.add(db -> leases.untried(db, rows.lease())));
      settle(settled);
    }
    return tried;
  }

  private boolean waits() {
    return hold.isOn() || Thread.currentThread().isInterrupted();
  }

  private Step send(Rows rows) {
    Lease lease = rows.lease();
    return switch (rows.open(keys, random)) {
      case OwedReport.Whole(Report report) -> send(lease, report);
      case OwedReport.Gone _ -> db -> leases.givenUp(db, lease);
      case OwedReport.NoKeyHere _ -> db -> leases.again(db, lease, OptionalInt.empty(), BackOff.LONGEST);
      case OwedReport.Broken _ -> db -> leases.personLooks(db, lease, OptionalInt.empty());
    };
  }

  private Step send(Lease lease, Report report) {
    Answer answer = registry.orElseThrow().send(Bundle.of(report, settings.environment().isProduction()));
    if (answer instanceof Answer.Paused(OptionalInt _, Hold.Reason why)) {
      hold.pause(why);
      registry.orElseThrow().forget();
    } else if (answer instanceof Answer.Again again && again.registryIsDown()) {
      hold.stumble(again.status().isPresent() ? again.retryAfter() : Optional.empty());
    } else {
      hold.answered();
    }
    return switch (answer) {
      case Answer.Acknowledged _ -> {
        Instant now = clock.instant();
        yield db -> leases.acknowledged(db, lease, now);
      }
      case Answer.Rejected(int status, Optional<Transfer.Mend> field) ->
          db -> leases.refused(db, lease, status, field);
      case Answer.PersonLooks(int status) -> db -> leases.personLooks(db, lease, OptionalInt.of(status));
      case Answer.Again again -> {
        Duration wait = BackOff.next(lease.tries(), again.retryAfter(), random);
        yield db -> leases.again(db, lease, again.status(), wait);
      }
      case Answer.Paused(OptionalInt status, Hold.Reason _) -> db -> leases.back(db, lease, status);
    };
  }

  @FunctionalInterface
  private interface Step {
    void on(Connection db) throws SQLException;
  }

  @FunctionalInterface
  private interface Question<T> {
    T on(Connection db) throws SQLException;
  }

  /** One commit for all of them; each is a link of its own. */
  private void settle(List<Step> steps) throws SQLException {
    inTransaction(
        db -> {
          for (Step step : steps) {
            step.on(db);
          }
          return true;
        });
  }

  private <T> T inTransaction(Question<T> question) throws SQLException {
    try (Connection db = database.getConnection()) {
      db.setAutoCommit(false);
      return Transaction.run(db, () -> question.on(db), always());
    }
  }

  private static <T> Predicate<T> always() {
    return done -> true;
  }
}
