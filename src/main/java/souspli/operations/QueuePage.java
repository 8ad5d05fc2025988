package souspli.operations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.SQLException;
import java.util.Optional;
import souspli.registry.Queue;
import souspli.registry.Sender;
import souspli.staff.Act;
import souspli.staff.WhoIsActing;

/** {@code /staff/registry}: how the transfer stands for whoever runs the portal. Figures, and nothing of anybody. */
@Named
@RequestScoped
public class QueuePage {
  private WhoIsActing who;
  private Queue queue;
  private Sender sender;
  private Queue.Figures figures;

  /** For the proxy. */
  protected QueuePage() {}

  @Inject
  QueuePage(WhoIsActing who, Queue queue, Sender sender) {
    this.who = who;
    this.queue = queue;
    this.sender = sender;
  }

  /** Before the view is shown. */
  public void arrive() throws SQLException {
    who.require().require(Act.SEE_REGISTRY);
    figures = queue.figures();
  }

  /** Somebody mended what had paused it. */
  public void look() {
    who.require().require(Act.SEE_REGISTRY);
    sender.lookAgain();
  }

  public Queue.Figures getFigures() {
    return figures;
  }

  public long getOldestMinutes() {
    return figures.oldest().toMinutes();
  }

  /** The key of a sentence. */
  public String getState() {
    return sender.hasRegistry() ? sender.reason().isPresent() ? "paused" : "open" : "none";
  }

  /** The key of why; empty while the way is open. */
  public String getReason() {
    Optional<String> reason = sender.reason();
    return reason.map(name -> "reason." + name).orElse("");
  }
}
