package souspli.registry;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks all the time whether there is anything to send. */
final class Lane implements AutoCloseable {
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private Optional<Sender> atWork = Optional.empty();

  Lane() {
    thread.scheduleWithFixedDelay(this::send, 0, 5, TimeUnit.MILLISECONDS);
  }

  private synchronized void send() {
    try {
      if (atWork.isPresent()) {
        atWork.get().drain();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  synchronized void work(Sender sender) {
    atWork = Optional.of(sender);
  }

  /** Returns when nothing is under way. */
  synchronized void rest() {
    atWork = Optional.empty();
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
