package souspli.web;

import jakarta.servlet.ServletRequest;
import java.util.Map;
import java.util.function.Consumer;
import org.primefaces.csp.CspException;

/**
 * Thrown where whoever asks is to be told nothing but that there is no such page: the one 404 for what is not theirs.
 * Subclasses name what happened.
 */
public abstract class NotHere extends RuntimeException {
  private static final String LISTENER = NotHere.class.getName();

  private static final long serialVersionUID = 1L;

  protected NotHere(String what) {
    super(what);
  }

  /** Who hears why a script is about to be answered so: its fault ends in the page, and no filter catches it. */
  public static void listen(ServletRequest request, Consumer<Throwable> listener) {
    request.setAttribute(LISTENER, listener);
  }

  static void tell(Map<String, Object> request, Throwable fault) {
    if (request.get(LISTENER) instanceof Consumer<?> listener) {
      @SuppressWarnings("unchecked") // nobody else sets this attribute
      Consumer<Throwable> ours = (Consumer<Throwable>) listener;
      ours.accept(fault);
    }
  }

  /** So is a form of no page of ours: it lacks the mark that each page's scripts carry. */
  public static boolean isCauseOf(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof NotHere || cause instanceof CspException) {
        return true;
      }
    }
    return false;
  }
}
