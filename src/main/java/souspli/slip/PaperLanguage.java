package souspli.slip;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import souspli.web.Languages;

/**
 * The language of a patient's slip, chosen by one digit before it is printed; French for whoever needs no other. It
 * lives as long as the form: what somebody speaks is kept nowhere, and the next person is asked anew.
 */
@Named
@RequestScoped
public class PaperLanguage {
  /** Name of the form's field. */
  public static final String FIELD = "paperLanguage";

  private String left;

  /** In the order of their digits: 1 to 9, then 0. */
  public List<Locale> getAll() {
    return Languages.OF_PATIENTS.all();
  }

  public int digit(int index) {
    return (index + 1) % 10;
  }

  /** Its own name for itself. */
  public String name(Locale language) {
    String name = language.getDisplayLanguage(language);
    return name.substring(0, 1).toUpperCase(language) + name.substring(1);
  }

  public boolean is(Locale language) {
    return language.equals(chosen());
  }

  /** As a form that was left had it, and this request does not bring it. */
  public void leftAt(String code) {
    left = code;
  }

  /** As the form says. */
  public Locale chosen() {
    String code = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get(FIELD);
    return Languages.OF_PATIENTS.named(code == null ? left : code).orElse(Languages.OF_PATIENTS.first());
  }
}
