package souspli.staff;

import souspli.web.NotHere;

/**
 * Somebody asked for what the table of {@link Permissions} does not give them. The answer is the same page as for a path
 * that does not exist.
 */
public final class NotAllowed extends NotHere {

  private static final long serialVersionUID = 1;

  public NotAllowed(String what) {
    super(what);
  }
}
