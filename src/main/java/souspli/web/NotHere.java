package souspli.web;

/**
 * Thrown where whoever asks is to be told nothing but that there is no such page: the one 404 for what is not theirs.
 * Subclasses name what happened.
 */
public abstract class NotHere extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected NotHere(String what) {
    super(what);
  }

  static boolean isCauseOf(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof NotHere) {
        return true;
      }
    }
    return false;
  }
}
