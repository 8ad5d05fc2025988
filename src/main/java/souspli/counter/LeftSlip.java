package souspli.counter;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import souspli.lock.LeftForm;
import souspli.slip.PaperLanguage;

/** The form that somebody left when the counter was locked, once more on the page that they come back to. */
@Named
@RequestScoped
public class LeftSlip {
  private LeftForm leftForm;
  private Filled filled;
  private CounterPage counter;
  private PaperLanguage paperLanguage;

  private String focus;

  protected LeftSlip() {}

  @Inject
  LeftSlip(LeftForm leftForm, Filled filled, CounterPage counter, PaperLanguage paperLanguage) {
    this.leftForm = leftForm;
    this.filled = filled;
    this.counter = counter;
    this.paperLanguage = paperLanguage;
  }

  /** Before a page is drawn anew: takes back what was left, where there is something. */
  public void arrive() {
    if (FacesContext.getCurrentInstance().isPostback()) {
      return;
    }
    Optional<Map<String, String>> left = leftForm.take(counter.acting().member());
    left.flatMap(form -> Place.parse(form.getOrDefault("here", "")))
        .ifPresent(
            place -> {
              counter.resume(place);
              left.get().forEach(filled::set);
              paperLanguage.leftAt(left.get().get(PaperLanguage.FIELD));
              focus = left.get().get("focus");
            });
  }

  /** Id of the field where the cursor was; null where nothing was left. */
  public String getFocus() {
    return focus;
  }
}
