package souspli.links;

/** What a link is. That it is locked is no state: that stands in its tries. */
public enum LinkState {
  /** Issued; the result is not there yet. */
  PENDING(0),
  READY(1),
  /** For good, and {@link WithdrawReason} says why. */
  WITHDRAWN(2);

  private final int code;

  LinkState(int code) {
    this.code = code;
  }

  /** As in the column {@code state}. */
  public int code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException for a code that no version has written
   */
  public static LinkState of(int code) {
    for (LinkState state : values()) {
      if (state.code == code) {
        return state;
      }
    }
    throw new IllegalArgumentException("no state of a link: " + code);
  }
}
