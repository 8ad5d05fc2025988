package souspli.operations;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import souspli.keys.MakeKeys;
import souspli.settings.Settings;

/** A portal that runs for months makes each day's keys a week ahead; looked at every hour. */
@ApplicationScoped
public class KeysOfTheWeek {
  private static final Logger LOG = Logger.getLogger("souspli.operations");

  @Resource private ManagedScheduledExecutorService scheduler;
  private MakeKeys keys;
  private Settings settings;
  private InstantSource clock;

  protected KeysOfTheWeek() {
    // for the container's proxy
  }

  @Inject
  public KeysOfTheWeek(MakeKeys keys, Settings settings, InstantSource clock) {
    this.keys = keys;
    this.settings = settings;
    this.clock = clock;
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object on) {
    if (settings.makesKeys()) {
      scheduler.scheduleAtFixedRate(this::make, 1, 1, TimeUnit.HOURS);
    }
  }

  /** What fails now is tried again in an hour; an exception would end the schedule. */
  private void make() {
    try {
      keys.ahead(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "the coming week's keys could not be made", e);
    }
  }
}
