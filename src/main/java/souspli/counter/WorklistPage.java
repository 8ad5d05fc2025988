package souspli.counter;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import souspli.issuing.Worklist;
import souspli.issuing.Worklist.Row;
import souspli.links.LinkState;

/** Today's own slips at the side of the counter: how each stands, and never an outcome or a name. */
@Named
@RequestScoped
public class WorklistPage {
  private CounterPage counter;
  private Worklist worklist;
  private Words words;
  private List<Row> rows;
  private Today today;

  protected WorklistPage() {}

  @Inject
  WorklistPage(CounterPage counter, Worklist worklist, Words words) {
    this.counter = counter;
    this.worklist = worklist;
    this.words = words;
  }

  private List<Row> rows() {
    if (rows == null) {
      rows = worklist.today(counter.acting());
    }
    return rows;
  }

  public LazyDataModel<Row> getToday() {
    if (today == null) {
      today = new Today(this);
    }
    return today;
  }

  /** How many there are, and how many of them wait to be read. */
  public String getSummary() {
    long due = rows().stream().filter(row -> waits(row) && !dueAt(row).orElseThrow().isAfter(words.now())).count();
    return words.say("list.summary", rows().size(), due);
  }

  private static boolean waits(Row row) {
    return row.state() == LinkState.PENDING && row.dossier().isPresent();
  }

  private static Optional<Instant> dueAt(Row row) {
    return row.dossier().map(dossier -> dossier.sample().readyAt());
  }

  public String time(Row row) {
    return words.time(row.issuedAt());
  }

  public String test(Row row) {
    return row.dossier().map(dossier -> words.say("kind.short." + dossier.sample().kind().code())).orElse("–");
  }

  /** Seconds since 1970, for the script that counts down; nothing where there is nothing to wait for. */
  public String due(Row row) {
    return waits(row) ? dueAt(row).map(at -> Long.toString(at.getEpochSecond())).orElseThrow() : null;
  }

  public String state(Row row) {
    return switch (row.state()) {
      case PENDING -> waits(row) ? waiting(row) : words.say("state.PENDING");
      case READY -> words.say(row.corrected() ? "state.corrected" : "state.READY");
      case WITHDRAWN -> words.say("state." + row.reason().orElseThrow());
    };
  }

  private String waiting(Row row) {
    long seconds = dueAt(row).orElseThrow().getEpochSecond() - words.now().getEpochSecond();
    return seconds <= 0 ? words.say("state.due") : words.say("state.wait", (seconds + 59) / 60);
  }

  public String stateClass(Row row) {
    return switch (row.state()) {
      case PENDING -> "pending";
      case READY -> "ready";
      case WITHDRAWN -> "withdrawn";
    };
  }

  public String style(Row row) {
    return counter.isOpen(row.slip()) ? "now" : null;
  }

  /** One page of the list at a time goes to the browser. */
  private static final class Today extends LazyDataModel<Row> {
    private static final long serialVersionUID = 1L;

    private final transient WorklistPage page;

    Today(WorklistPage page) {
      this.page = page;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
      return page.rows().size();
    }

    @Override
    public List<Row> load(int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
      List<Row> all = page.rows();
      int from = Math.min(first, all.size());
      return all.subList(from, Math.min(from + size, all.size()));
    }

    @Override
    public String getRowKey(Row row) {
      return row.slip().digits();
    }

    @Override
    public Row getRowData(String key) {
      return page.rows().stream().filter(row -> row.slip().digits().equals(key)).findFirst().orElse(null);
    }
  }
}
