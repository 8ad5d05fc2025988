package souspli.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/** The language that a member chooses; kept for the session, and in no cookie. */
@Named
@RequestScoped
public class ChosenLanguage {
  private Speaker speaker;

  protected ChosenLanguage() {}

  @Inject
  ChosenLanguage(Speaker speaker) {
    this.speaker = speaker;
  }

  /** All but the one that is spoken. */
  public List<Locale> getOthers() {
    return Languages.OF_STAFF.all().stream().filter(language -> !language.equals(speaker.getLanguage())).toList();
  }

  /** Shows the same page anew in that language. */
  public String choose(String code) {
    FacesContext faces = FacesContext.getCurrentInstance();
    Languages.OF_STAFF.named(code).ifPresent(language -> {
      faces.getExternalContext().getSessionMap().put(Speaker.CHOSEN, language);
      speaker.speak(language);
    });
    return faces.getViewRoot().getViewId() + "?faces-redirect=true";
  }
}
