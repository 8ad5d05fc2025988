package souspli.counter;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIData;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import souspli.links.LinkState;
import souspli.settings.Settings;
import souspli.worklist.SearchSlips;
import souspli.worklist.SearchSlips.Found;
import souspli.worklist.SearchSlips.Hit;
import souspli.worklist.SearchSlips.Wanted;

/** A day's own slips at the side of the counter, to be searched; a name shows where one was looked for, no outcome. */
@Named
@RequestScoped
public class WorklistPage {
  private static final int ROWS = 20;
  private static final int LONGEST = 60;

  private CounterPage counter;
  private SearchSlips searchSlips;
  private Filled filled;
  private Words words;
  private int custodyDays;
  private Wanted wanted;
  private Found top;
  private Day day;

  protected WorklistPage() {}

  @Inject
  WorklistPage(CounterPage counter, SearchSlips searchSlips, Filled filled, Words words, Settings settings) {
    this.counter = counter;
    this.searchSlips = searchSlips;
    this.filled = filled;
    this.words = words;
    this.custodyDays = settings.custodyDays();
  }

  /** From the top of the list again. */
  public void search() {
    UIComponent table = FacesContext.getCurrentInstance().getViewRoot().findComponent("today");
    if (table instanceof UIData list) {
      list.setFirst(0);
    }
  }

  private Wanted wanted() {
    if (wanted == null) {
      String text = filled.choice("search");
      Optional<LinkState> state =
          Arrays.stream(LinkState.values()).filter(each -> each.name().equals(filled.choice("state"))).findFirst();
      String back = filled.choice("day");
      int days = back.matches("\\d") ? Math.min(Integer.parseInt(back), custodyDays) : 0;
      wanted = new Wanted(text.substring(0, Math.min(text.length(), LONGEST)), state, days);
    }
    return wanted;
  }

  private Found top() {
    if (top == null) {
      top = searchSlips.search(counter.acting(), wanted(), 0, ROWS);
    }
    return top;
  }

  private List<Hit> part(int first) {
    return first == 0 ? top().part() : searchSlips.search(counter.acting(), wanted(), first, ROWS).part();
  }

  public LazyDataModel<Hit> getToday() {
    if (day == null) {
      day = new Day(this);
    }
    return day;
  }

  public String getSummary() {
    return words.say("list.summary", top().fit());
  }

  public String getNothing() {
    return words.say(wanted().isAll() ? wanted().daysAgo() == 0 ? "list.empty" : "list.empty.day" : "list.noHit");
  }

  public List<SelectItem> getStates() {
    return Stream.concat(
            Stream.of(new SelectItem("", words.say("search.state.all"))),
            Arrays.stream(LinkState.values())
                .map(state -> new SelectItem(state.name(), words.say("search.state." + state))))
        .toList();
  }

  /** As far back as custody reaches. */
  public List<SelectItem> getDays() {
    return IntStream.rangeClosed(0, custodyDays)
        .mapToObj(
            ago -> {
              String date = words.day(words.today().minusDays(ago));
              return new SelectItem(Integer.toString(ago), ago > 1 ? date : words.say("search.day." + ago));
            })
        .toList();
  }

  public String time(Hit hit) {
    return words.time(hit.issuedAt());
  }

  public String test(Hit hit) {
    return hit.dossier().map(dossier -> words.say("kind.short." + dossier.sample().kind().code())).orElse("–");
  }

  /** Whose it is, where somebody looked for a name. */
  public String name(Hit hit) {
    return wanted().text().isBlank() ? "" : hit.dossier().map(dossier -> words.name(dossier.traits())).orElse("");
  }

  public String state(Hit hit) {
    return switch (hit.state()) {
      case PENDING -> words.say("state.PENDING");
      case READY -> words.say(hit.corrected() ? "state.corrected" : "state.READY");
      case WITHDRAWN -> words.say("state." + hit.reason().orElseThrow());
    };
  }

  public String stateClass(Hit hit) {
    return switch (hit.state()) {
      case PENDING -> "pending";
      case READY -> "ready";
      case WITHDRAWN -> "withdrawn";
    };
  }

  public String style(Hit hit) {
    return counter.isOpen(hit.slip()) ? "now" : null;
  }

  /** One page of the list at a time goes to the browser. */
  private static final class Day extends LazyDataModel<Hit> {
    private static final long serialVersionUID = 1L;

    private final transient WorklistPage page;

    Day(WorklistPage page) {
      this.page = page;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
      return page.top().fit();
    }

    @Override
    public List<Hit> load(int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
      return page.part(first);
    }

    @Override
    public String getRowKey(Hit hit) {
      return hit.slip().digits();
    }

    @Override
    public Hit getRowData(String key) {
      return page.top().part().stream().filter(hit -> hit.slip().digits().equals(key)).findFirst().orElse(null);
    }
  }
}
