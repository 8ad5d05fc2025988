package souspli.counter;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import souspli.worklist.DueSlips;
import souspli.worklist.DueSlips.Due;

/** The tests that wait to be read, the first to be read on top; the browser counts down by itself. */
@Named
@RequestScoped
public class DuePage {
  /** More do not fit beside a task. */
  private static final int MOST = 10;

  private CounterPage counter;
  private DueSlips dueSlips;
  private Words words;
  private List<Due> all;

  protected DuePage() {}

  @Inject
  DuePage(CounterPage counter, DueSlips dueSlips, Words words) {
    this.counter = counter;
    this.dueSlips = dueSlips;
    this.words = words;
  }

  private List<Due> all() {
    if (!CounterPage.isDrawing()) {
      return List.of();
    }
    if (all == null) {
      all = dueSlips.due(counter.acting());
    }
    return all;
  }

  public List<Due> getFirst() {
    return all().stream().limit(MOST).toList();
  }

  /** How many tests do not show. */
  public int getMore() {
    return Math.max(0, all().size() - MOST);
  }

  /** Milliseconds since 1970 by our clock, whatever the browser's says. */
  public String getAsOf() {
    return Long.toString(words.now().toEpochMilli());
  }

  public String test(Due due) {
    return words.say("kind.short." + due.sample().kind().code());
  }

  /** Milliseconds since 1970. */
  public String at(Due due) {
    return Long.toString(due.sample().readyAt().toEpochMilli());
  }

  /** Until the browser counts. */
  public String wait(Due due) {
    return words.time(due.sample().readyAt());
  }

  public String style(Due due) {
    return counter.isOpen(due.slip()) ? "now" : null;
  }
}
