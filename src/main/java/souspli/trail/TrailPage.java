package souspli.trail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.primefaces.component.datatable.DataTable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import souspli.pharmacies.Pharmacies;
import souspli.pharmacies.Pharmacy;
import souspli.staff.Act;
import souspli.staff.Acting;
import souspli.staff.WhoIsActing;
import souspli.web.Speaker;

/** {@code /staff/trail}: the trail that its reader may see, twenty lines at a time, by kind and day. */
@Named
@RequestScoped
public class TrailPage {
  private static final String ASKED = TrailPage.class.getName() + ".asked";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private Acting acting;
  private SeeTrail seeTrail;
  private Speaker speaker;
  private ZoneId zone;

  private String whose = "all";
  private String kind = "";
  private String day = "";
  private boolean fault;
  private Lines lines;

  /** For the proxy. */
  protected TrailPage() {}

  @Inject
  TrailPage(WhoIsActing who, SeeTrail seeTrail, Pharmacies pharmacies, Speaker speaker) {
    this.acting = who.require();
    this.seeTrail = seeTrail;
    this.speaker = speaker;
    this.zone = acting.pharmacy().map(pharmacies::get).map(Pharmacy::zone).orElse(ZoneOffset.UTC);
  }

  /** Before the view is shown. */
  public void arrive() {
    acting.require(Act.SEE_OWN_TRAIL);
    if (!fault) {
      recall();
    }
  }

  /** The form's button: the table begins anew. */
  public void choose() {
    fault = !day.isEmpty() && date().isEmpty();
    if (!fault) {
      view().put(ASKED, List.of(whose, kind, day));
      ((DataTable) FacesContext.getCurrentInstance().getViewRoot().findComponent("trail:list")).reset();
    }
  }

  /** A page of the table is asked for without the form: what was chosen is the view's. */
  private SeeTrail.Asked asked() {
    recall();
    boolean own = !acting.may(Act.SEE_TRAIL) || whose.equals("own");
    Optional<LocalDate> date = date();
    return new SeeTrail.Asked(
        own, TrailKind.parse(kind), date.map(this::midnight), date.map(d -> midnight(d.plusDays(1))));
  }

  private void recall() {
    if (view().get(ASKED) instanceof List<?> chosen) {
      whose = (String) chosen.get(0);
      kind = (String) chosen.get(1);
      day = (String) chosen.get(2);
    }
  }

  private Optional<LocalDate> date() {
    try {
      return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
    } catch (DateTimeException noDate) {
      return Optional.empty(); // said at the form
    }
  }

  private Instant midnight(LocalDate date) {
    return date.atStartOfDay(zone).toInstant();
  }

  private static Map<String, Object> view() {
    return FacesContext.getCurrentInstance().getViewRoot().getViewMap();
  }

  public LazyDataModel<Line> getLines() {
    if (lines == null) {
      lines = new Lines(this);
    }
    return lines;
  }

  public String day(Line line) {
    return DAY.format(line.at().atZone(zone));
  }

  public String time(Line line) {
    return TIME.format(line.at().atZone(zone));
  }

  /** From when to when and how often; nothing where it was once. */
  public String times(Line line) {
    String since = TIME.format(line.first().atZone(zone));
    return line.times() == 1 ? "" : speaker.text("trail", "times", line.times(), since);
  }

  public String who(Line line) {
    return line.actor().orElseGet(() -> say(line.elsewhere() ? "who.elsewhere" : "who." + nobody(line)));
  }

  private static String nobody(Line line) {
    return line.from().isPresent() ? "stranger" : "command";
  }

  public String about(Line line) {
    return line.subject().or(() -> line.slip().map(slip -> speaker.text("trail", "slip", slip.printed()))).orElse("");
  }

  public String from(Line line) {
    String where = line.from().map(Neighbourhood::text).orElse("–");
    return line.several() ? speaker.text("trail", "from.several", where) : where;
  }

  private String say(String key) {
    return speaker.text("trail", key);
  }

  public String getZone() {
    return zone.getId().equals("Z") ? "UTC" : zone.getId();
  }

  public boolean isFault() {
    return fault;
  }

  /** Whether there is more to see than one's own. */
  public boolean isChoice() {
    return acting.may(Act.SEE_TRAIL);
  }

  public TrailKind[] getKinds() {
    return TrailKind.values();
  }

  public String getWhose() {
    return whose;
  }

  public void setWhose(String whose) {
    this.whose = whose == null ? "" : whose;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind == null ? "" : kind;
  }

  public String getDay() {
    return day;
  }

  public void setDay(String day) {
    this.day = day == null ? "" : day;
  }

  /** One page at a time is read. */
  private static final class Lines extends LazyDataModel<Line> {
    private static final long serialVersionUID = 1L;

    private final transient TrailPage page;

    Lines(TrailPage page) {
      this.page = page;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
      return page.seeTrail.see(page.acting, page.asked(), 0, 1).of();
    }

    @Override
    public List<Line> load(int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
      return page.seeTrail.see(page.acting, page.asked(), first, size).lines();
    }

    @Override
    public String getRowKey(Line line) {
      return line.entry();
    }

    @Override
    public Line getRowData(String key) {
      return null; // no line is ever chosen
    }
  }
}
