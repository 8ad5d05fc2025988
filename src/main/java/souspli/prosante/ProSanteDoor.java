package souspli.prosante;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the sign-in page shows of this way in: a button where there is a provider, a sentence after a refusal. */
@Named
@RequestScoped
public class ProSanteDoor {
  private final Provider provider;

  private String fault = "";
  private String home = "";

  /** For the proxy. */
  protected ProSanteDoor() {
    this(null);
  }

  @Inject
  ProSanteDoor(Provider provider) {
    this.provider = provider;
  }

  /** Whether anything of it is shown at all. */
  public boolean isOffered() {
    return provider.isThere();
  }

  /** Key of the sentence to show; empty where there is none. */
  public String getFault() {
    return fault;
  }

  /** Where whoever was let in goes on. */
  public String getHome() {
    return home;
  }

  void letIn(String where) {
    home = where;
  }

  void refuse(String sentence) {
    fault = sentence;
  }
}
