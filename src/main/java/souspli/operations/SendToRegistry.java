package souspli.operations;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import souspli.registry.Queue;
import souspli.registry.Sender;

/**
 * Sends what is owed to the registry, in threads of its own: a registry that is slow holds up nothing but itself.
 * Says in the log, in one line each, that the way is closed, that it is open again, and that somebody has waited
 * for an hour.
 */
@ApplicationScoped
public class SendToRegistry {
  static final Duration TOO_OLD = Duration.ofHours(1);

  private static final Logger LOG = Logger.getLogger("souspli.operations");
  private static final int LANES = 4;

  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(LANES + 1, SendToRegistry::ofTheApplication);
  private Sender sender;
  private Queue queue;
  private Optional<String> said = Optional.empty();

  protected SendToRegistry() {
    // for the container's proxy
  }

  @Inject
  public SendToRegistry(Sender sender, Queue queue) {
    this.sender = sender;
    this.queue = queue;
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object on) {
    if (sender.hasRegistry()) {
      for (int lane = 0; lane < LANES; lane++) {
        threads.scheduleWithFixedDelay(this::send, 1, 1, TimeUnit.SECONDS);
      }
      threads.scheduleWithFixedDelay(this::watch, 5, 60, TimeUnit.MINUTES);
    }
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }

  /** For an operator's monitoring; empty where there is no registry. */
  public String metrics() {
    if (!sender.hasRegistry()) {
      return "";
    }
    try {
      Queue.Figures figures = queue.figures();
      return """
          # TYPE souspli_registry_waiting gauge
          souspli_registry_waiting %d
          # TYPE souspli_registry_oldest_seconds gauge
          souspli_registry_oldest_seconds %d
          # TYPE souspli_registry_refused gauge
          souspli_registry_refused %d
          # TYPE souspli_registry_to_look_at gauge
          souspli_registry_to_look_at %d
          # TYPE souspli_registry_paused gauge
          souspli_registry_paused{reason="%s"} %d
          """
          .formatted(
              figures.waiting(),
              figures.oldest().toSeconds(),
              figures.refused(),
              figures.toLookAt(),
              sender.pause().orElse(""),
              sender.pause().isPresent() ? 1 : 0);
    } catch (SQLException e) {
      return "# the outbox cannot be read\n";
    }
  }

  /** What fails now is tried again in a second; an exception would end the schedule. */
  private void send() {
    try {
      sender.drain();
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.WARNING, "nothing can be sent to the registry now: {0}", e.getClass().getName());
    }
    say(sender.pause());
  }

  private synchronized void say(Optional<String> pause) {
    if (!pause.equals(said)) {
      said = pause;
      pause.ifPresentOrElse(
          why -> LOG.severe("the transfer to the registry is paused: " + why),
          () -> LOG.info("the transfer to the registry goes on"));
    }
  }

  private void watch() {
    try {
      Queue.Figures figures = queue.figures();
      if (figures.oldest().compareTo(TOO_OLD) > 0) {
        LOG.severe(
            "the registry has not got " + figures.waiting() + " reports, the oldest since "
                + figures.oldest().toMinutes() + " minutes");
      }
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.WARNING, "the outbox cannot be read: {0}", e.getClass().getName());
    }
  }

  /** The pool looks for its validation class where the asking thread looks. */
  private static Thread ofTheApplication(Runnable task) {
    Thread thread = new Thread(task, "registry");
    thread.setDaemon(true);
    thread.setContextClassLoader(SendToRegistry.class.getClassLoader());
    return thread;
  }
}
