package souspli.lock;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souspli.staff.WhoIsActing;

/** What somebody left half typed on any page but the counter: their browser puts it back where it stood, once. */
@Named
@RequestScoped
public class LeftFields {
  private final LeftForm leftForm;
  private final WhoIsActing who;

  private List<Field> fields;

  /** For the proxy. */
  protected LeftFields() {
    this(null, null);
  }

  @Inject
  LeftFields(LeftForm leftForm, WhoIsActing who) {
    this.leftForm = leftForm;
    this.who = who;
  }

  /** One field of that page, by its name; {@code focus} is the id of the field where the cursor was. */
  public record Field(String name, String value) {}

  /** Nothing when the page is drawn for another reason than that they have come back. */
  public List<Field> getAll() {
    if (fields == null) {
      fields = left().stream().flatMap(all -> all.entrySet().stream()).map(LeftFields::field).toList();
    }
    return fields;
  }

  private Optional<Map<String, String>> left() {
    FacesContext context = FacesContext.getCurrentInstance();
    Object page = context.getExternalContext().getRequestMap().get(RequestDispatcher.FORWARD_REQUEST_URI);
    return context.isPostback() || page == null
        ? Optional.empty()
        : who.acting().flatMap(acting -> leftForm.take(acting.member(), page.toString()));
  }

  private static Field field(Map.Entry<String, String> left) {
    return new Field(left.getKey(), left.getValue());
  }
}
