package souspli.mail;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import souspli.settings.Settings;

/**
 * Sends letters, in threads of its own: a mail server that is slow holds up nobody for longer than ten seconds. The log
 * says in one line that one was not sent, and never to whom or why in the server's words, which quote addresses.
 */
@ApplicationScoped
public class Post {

  private static final Logger LOG = Logger.getLogger("souspli.mail");
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int THREADS = 2;
  private static final int WAITING = 200;

  /** After each failure of a letter that nobody waits for; after the last of them it is given up. */
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), Post::ofTheApplication);
  private final ScheduledThreadPoolExecutor later = new ScheduledThreadPoolExecutor(1, Post::ofTheApplication);
  private Optional<MailServer> server = Optional.empty();
  private List<Duration> pauses = PAUSES;

  /** What became of a letter. */
  public enum Outcome {
    /** The server has it; whether it arrives is another matter. */
    SENT,
    /** It has not, as far as we know. */
    NOT_SENT,
    /** This portal writes no letters. */
    OFF
  }

  protected Post() {
    // for the container's proxy
  }

  @Inject
  public Post(Settings settings) {
    this(settings, PAUSES);
  }

  Post(Settings settings, List<Duration> pauses) {
    threads.allowCoreThreadTimeOut(true);
    later.setKeepAliveTime(1, TimeUnit.MINUTES);
    later.allowCoreThreadTimeOut(true);
    server = settings.mail().map(MailServer::new);
    this.pauses = pauses;
  }

  /** Whether letters are written at all. */
  public boolean isOpen() {
    return server.isPresent();
  }

  /** Sends it while somebody waits, outside any transaction. */
  public Outcome send(Letter letter) {
    if (server.isEmpty()) {
      return Outcome.OFF;
    }
    Future<Boolean> sent;
    try {
      sent = threads.submit(() -> sent(letter));
    } catch (RejectedExecutionException tooMany) {
      LOG.warning("too many letters wait: one was not sent");
      return Outcome.NOT_SENT;
    }
    try {
      return sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) ? Outcome.SENT : Outcome.NOT_SENT;
    } catch (TimeoutException slow) {
      sent.cancel(true);
      LOG.warning("the mail server took too long: a letter was not sent");
      return Outcome.NOT_SENT;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a letter that nobody could send", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server stops
      return Outcome.NOT_SENT;
    }
  }

  /** One that nobody waits for: tried again a few times within an hour or so, as long as this portal runs. */
  void deliver(@Observes(during = TransactionPhase.AFTER_SUCCESS) Letter letter) {
    if (server.isPresent()) {
      deliver(letter, 0);
    }
  }

  private void deliver(Letter letter, int failures) {
    try {
      threads.execute(
          () -> {
            if (!sent(letter) && failures < pauses.size() && later.getQueue().size() < WAITING) {
              later.schedule(
                  () -> deliver(letter, failures + 1), pauses.get(failures).toMillis(), TimeUnit.MILLISECONDS);
            }
          });
    } catch (RejectedExecutionException tooMany) {
      LOG.warning("too many letters wait: one was not sent");
    }
  }

  @PreDestroy
  void close() {
    later.shutdownNow();
    threads.shutdownNow();
  }

  private boolean sent(Letter letter) {
    try {
      server.orElseThrow().send(letter);
      return true;
    } catch (MailServer.NotTaken e) {
      LOG.log(Level.WARNING, "a letter was not sent: {0}", e.getMessage());
      return false;
    }
  }

  /** The library looks for its parts where the asking thread looks. */
  private static Thread ofTheApplication(Runnable task) {
    Thread thread = new Thread(task, "mail");
    thread.setDaemon(true);
    thread.setContextClassLoader(Post.class.getClassLoader());
    return thread;
  }
}
