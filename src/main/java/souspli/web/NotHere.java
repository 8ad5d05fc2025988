package souspli.web;

import org.primefaces.csp.CspException;

/**
 * Thrown where whoever asks is to be told nothing but that there is no such page: the one 404 for what is not theirs.
 * Subclasses name what happened.
 */
public abstract class NotHere extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected NotHere(String what) {
    super(what);
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
