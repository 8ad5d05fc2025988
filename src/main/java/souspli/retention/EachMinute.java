package souspli.retention;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import souspli.keys.WithdrawnFile;
import souspli.links.RepeatWithdrawal;
import souspli.sealedlink.BrokenSeal;
import souspli.sealedlink.LinkId;
import souspli.trail.ForgetTrail;

/** Runs at the start and then each minute, as long as the portal does. */
@ApplicationScoped
public class EachMinute {
  private static final Logger LOG = Logger.getLogger("souspli.retention");

  @Resource private ManagedScheduledExecutorService scheduler;

  private WithdrawnFile withdrawn;
  private RepeatWithdrawal repeatWithdrawal;
  private CarryOwed carryOwed;
  private Clocks clocks;
  private ForgetTrail forgetTrail;
  private final Set<LinkId> seen = new HashSet<>();

  protected EachMinute() {
    // for the container's proxy
  }

  @Inject
  public EachMinute(WithdrawnFile withdrawn, RepeatWithdrawal repeatWithdrawal, ForgetTrail forgetTrail) {
    this.withdrawn = withdrawn;
    this.repeatWithdrawal = repeatWithdrawal;
    this.forgetTrail = forgetTrail;
  }

  void begin(@Observes @Initialized(ApplicationScoped.class) Object on) {
    scheduler.scheduleWithFixedDelay(this::run, 0, 1, TimeUnit.MINUTES);
  }

  /** What fails is tried again in a minute; an exception would end the schedule. */
  private void run() {
    try {
      repeatWithdrawals();
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "withdrawals could not be compared with the database", e);
    }
    try {
      forgetTrail.forgetDue();
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "old lines of the trail could not be removed", e);
    }
  }

  private void repeatWithdrawals() {
    int repeated = 0;
    for (WithdrawnFile.Withdrawn line : withdrawn.all()) {
      if (!seen.contains(line.link())) {
        repeated += repeatWithdrawal.repeat(line) ? 1 : 0;
        seen.add(line.link());
      }
    }
    if (repeated > 0) {
      LOG.warning(repeated + " links were withdrawn but not in the database: now they are");
    }
  }
}
