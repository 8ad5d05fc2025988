package souspli.counter;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import souspli.lock.LeftForm;

/** The form that somebody left when the counter was locked, once more on the page that they come back to. */
@Named
@RequestScoped
public class LeftSlip {
  private LeftForm leftForm;
  private Filled filled;
  private CounterPage counter;

  private String focus;

  protected LeftSlip() {}

  @Inject
  LeftSlip(LeftForm leftForm, Filled filled, CounterPage counter) {
    this.leftForm = leftForm;
    this.filled = filled;
    this.counter = counter;
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
              focus = left.get().get("focus");
            });
  }

  /** Id of the field where the cursor was; null where nothing was left. */
  public String getFocus() {
    return focus;
  }
}
