package souspli.operations;

import static jakarta.interceptor.Interceptor.Priority.PLATFORM_AFTER;
import static jakarta.interceptor.Interceptor.Priority.PLATFORM_BEFORE;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;
import souspli.prosante.Trouble;
import souspli.settings.Settings;

/**
 * The first thing that runs in the server: {@link BeforeAnyAnswer}, then health. A fault ends the process with its
 * line: a server that stayed up would answer 404 and look alive.
 */
@ApplicationScoped
public class StartUp {
  private static final Logger LOG = Logger.getLogger("souspli.operations");

  /** Between two lines about the same trouble: each visitor would make one. */
  private static final Duration QUIET = Duration.ofMinutes(10);

  private final Map<String, Instant> troubles = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(4, StartUp::ofTheApplication);
  private DataSource database;
  private Settings settings;
  private InstantSource clock;
  private SendToRegistry registry;
  private Health health;
  private volatile boolean started;

  protected StartUp() {
    // for the container's proxy
  }

  @Inject
  public StartUp(DataSource database, Settings settings, InstantSource clock, SendToRegistry registry) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
    this.registry = registry;
  }

  void begin(@Observes @Priority(PLATFORM_BEFORE) @Initialized(ApplicationScoped.class) Object on) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<String> faults = BeforeAnyAnswer.faults(database, settings, today);
    if (!faults.isEmpty()) {
      faults.forEach(LOG::severe);
      Runtime.getRuntime().halt(1);
    }
    new HostFitsTheQrCode(settings).warnings().forEach(LOG::warning);
    health =
        Health.open(
            settings.managementPort(),
            threads,
            Map.of(
                "/health/live", () -> Health.Answer.of(true),
                "/health/started", () -> Health.Answer.of(started),
                "/health/ready", () -> Health.Answer.of(started && ready()),
                "/metrics", this::metrics));
  }

  void begun(@Observes @Priority(PLATFORM_AFTER) @Initialized(ApplicationScoped.class) Object on) {
    started = true;
  }

  void noted(@Observes Trouble trouble) {
    Instant now = clock.instant();
    Instant last = troubles.put(trouble.step(), now);
    if (last == null || now.isAfter(last.plus(QUIET))) {
      LOG.warning("nobody can sign in by Pro Santé Connect: " + trouble.step());
    } else {
      troubles.put(trouble.step(), last);
    }
  }

  @PreDestroy
  void stop() {
    if (health != null) {
      health.close();
    }
    threads.shutdownNow();
  }

  /** The pool looks for its validation class where the asking thread looks. */
  private static Thread ofTheApplication(Runnable task) {
    Thread thread = new Thread(task, "health");
    thread.setDaemon(true);
    thread.setContextClassLoader(StartUp.class.getClassLoader());
    return thread;
  }

  /** A pool that is used up must not hold the question for a minute. */
  private boolean ready() {
    return CompletableFuture.supplyAsync(this::databaseAnswers, threads)
        .completeOnTimeout(false, 3, TimeUnit.SECONDS)
        .join();
  }

  private boolean databaseAnswers() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  private Health.Answer metrics() {
    var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return new Health.Answer(
        200,
        """
        # TYPE souspli_ready gauge
        souspli_ready %d
        # TYPE souspli_uptime_seconds gauge
        souspli_uptime_seconds %d
        # TYPE souspli_heap_used_bytes gauge
        souspli_heap_used_bytes %d
        # TYPE souspli_heap_limit_bytes gauge
        souspli_heap_limit_bytes %d
        # TYPE souspli_threads gauge
        souspli_threads %d
        """
            .formatted(
                started && ready() ? 1 : 0,
                ManagementFactory.getRuntimeMXBean().getUptime() / 1000,
                memory.getUsed(),
                memory.getMax(),
                ManagementFactory.getThreadMXBean().getThreadCount())
            + registry.metrics());
  }
}
