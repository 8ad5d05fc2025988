package souspli.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import javax.sql.DataSource;
import souspli.accesslog.Events;
import souspli.keys.KeyDirectory;
import souspli.limits.Transaction;
import souspli.registry.Leases.Lease;
import souspli.settings.Settings;

/**
 * Sends what is owed, one revision at a time; as many may do so at once as like, on as many nodes. Never throws for
 * what a registry does. Whatever happens to it in between, the row is due again when its lease is over, and sending
 * twice changes nothing.
 */
@ApplicationScoped
public class Sender {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private DataSource database;
  private KeyDirectory keys;
  private InstantSource clock;
  private SecureRandom random;
  private Settings settings;
  private Leases leases;
  private Hold hold;
  private Optional<Registry> registry;

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
   * @param patience how long one call may last; well below {@link Leases#LENGTH}
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
    while (sendNext()) {
      tried++;
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

  /** False when nothing is due or the queue is held. */
  boolean sendNext() throws SQLException {
    if (registry.isEmpty() || hold.isOn() || Thread.currentThread().isInterrupted()) {
      return false;
    }
    long before = System.nanoTime();
    Optional<Taken> taken = inTransaction(this::take);
    if (taken.isPresent()) {
      send(taken.get().lease(), taken.get().owed(), before);
    } else {
      registry.get().rest();
    }
    return taken.isPresent();
  }

  private record Taken(Lease lease, OwedReport owed) {}

  private Optional<Taken> take(Connection db) throws SQLException {
    Optional<Lease> lease = leases.take(db);
    return lease.isEmpty()
        ? Optional.empty()
        : Optional.of(new Taken(lease.get(), OwedReport.load(db, lease.get(), keys, random)));
  }

  private void send(Lease lease, OwedReport owed, long before) throws SQLException {
    switch (owed) {
      case OwedReport.Whole(Report report) -> send(lease, report, before);
      case OwedReport.Gone _ -> settle(db -> leases.givenUp(db, lease));
      case OwedReport.NoKeyHere _ ->
          settle(db -> leases.again(db, lease, OptionalInt.empty(), BackOff.LONGEST));
      case OwedReport.Broken _ -> settle(db -> leases.personLooks(db, lease, OptionalInt.empty()));
    }
  }

  private void send(Lease lease, Report report, long before) throws SQLException {
    JsonObject bundle = Bundle.of(report, settings.environment().isProduction());
    if (System.nanoTime() - before > PATIENCE.toNanos()) {
      return; // this machine stood still; by the time of an answer somebody else might have the row
    }
    Answer answer = registry.orElseThrow().send(bundle);
    switch (answer) {
      case Answer.Acknowledged _ -> {
        hold.answered();
        settle(db -> leases.acknowledged(db, lease, clock.instant()));
      }
      case Answer.Rejected(int status, Optional<Transfer.Mend> field) -> {
        hold.answered();
        settle(db -> leases.refused(db, lease, status, field));
      }
      case Answer.PersonLooks(int status) -> {
        hold.answered();
        settle(db -> leases.personLooks(db, lease, OptionalInt.of(status)));
      }
      case Answer.Again again -> {
        if (again.registryIsDown()) {
          hold.stumble(again.status().isPresent() ? again.retryAfter() : Optional.empty());
        } else {
          hold.answered();
        }
        Duration wait = BackOff.next(lease.tries(), again.retryAfter(), random);
        settle(db -> leases.again(db, lease, again.status(), wait));
      }
      case Answer.Paused(OptionalInt status, Hold.Reason why) -> {
        hold.pause(why);
        registry.orElseThrow().forget();
        settle(db -> leases.back(db, lease, status));
      }
    }
  }

  @FunctionalInterface
  private interface Step {
    void on(Connection db) throws SQLException;
  }

  @FunctionalInterface
  private interface Question<T> {
    T on(Connection db) throws SQLException;
  }

  private void settle(Step step) throws SQLException {
    inTransaction(
        db -> {
          step.on(db);
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
