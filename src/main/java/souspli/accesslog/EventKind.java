package souspli.accesslog;

/** What can happen to a link. The codes stand in rows and in the public log and never change their meaning. */
public enum EventKind {
  ISSUED(1),
  RESULT(2),
  CORRECTED(3),
  /** By whoever has the slip and knows the date of birth. */
  OPENED(4),
  READ_BY_PHARMACY(5),
  WITHDRAWN(6),
  TRIES_GRANTED(7),
  REPLACED(8),
  TRANSFERRED(9);

  private final int code;

  EventKind(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException for a code that no version has written
   */
  public static EventKind of(int code) {
    for (EventKind kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind of event: " + code);
  }
}
