package souspli.trail;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import souspli.staff.Acting;
import souspli.staff.Acting.NotAllowed;
import souspli.staff.Permissions;
import souspli.staff.WhoIsActing;
import souspli.web.NotHere;

/**
 * Holds every request of somebody who is signed in against the pages of {@link Permissions}, before anything is known
 * of a view: another role's page is the 404 of a path that does not exist, whatever the method, the view state or the
 * kind of request. Who asks for what they may not is counted in the trail.
 */
public class PageGate extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final transient WhoIsActing who;
  private final transient Trail trail;

  @Inject
  public PageGate(WhoIsActing who, Trail trail) {
    this.who = who;
    this.trail = trail;
  }

  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Acting> acting = who.acting();
    if (acting.isPresent() && !Permissions.opens(acting.get().role(), request.getRequestURI())) {
      trail.refused(acting.get(), TrailKind.NOT_ALLOWED);
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    NotHere.listen(request, fault -> note(acting, fault));
    try {
      chain.doFilter(request, response);
    } catch (ServletException | NotAllowed refused) {
      note(acting, refused);
      throw refused;
    }
  }

  private void note(Optional<Acting> acting, Throwable fault) {
    if (isRefusal(fault)) {
      acting.ifPresent(one -> trail.refused(one, TrailKind.NOT_ALLOWED));
    }
  }

  private static boolean isRefusal(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof NotAllowed) {
        return true;
      }
    }
    return false;
  }
}
