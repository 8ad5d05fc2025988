package souspli.look;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.List;
import org.primefaces.context.PrimeFacesContext;

/**
 * Keeps PrimeFaces away from pages for patients and the public. Its content security policy would reach every view and
 * keep a nonce in a view scope, and so in a session; these pages name their own bytes by hash and have no session.
 */
public class PlainPages implements PhaseListener {
  private static final long serialVersionUID = 1L;

  private static final List<String> PLAIN = List.of("/opening/", "/trust/", "/signin/");

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.RESTORE_VIEW;
  }

  @Override
  public void afterPhase(PhaseEvent event) {
    FacesContext context = event.getFacesContext();
    if (context.getViewRoot() != null && PLAIN.stream().anyMatch(context.getViewRoot().getViewId()::startsWith)) {
      PrimeFacesContext.getCspState(context).setInitialized(true);
    }
  }
}
