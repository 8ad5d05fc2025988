package souspli.links;

/** Why a link is withdrawn; the holder is told which. The codes stand in rows and in the withdrawn file. */
public enum WithdrawReason {
  /** By the pharmacy, because result or person was wrong. */
  PHARMACY(1),
  /** By support, on the telephone. */
  SUPPORT(2),
  /** By the holder. */
  ERASED(3),
  /** A newer slip holds the same result. */
  REPLACED(4),
  /** Custody ended and nobody had entered a result. */
  NO_RESULT(5);

  private final int code;

  WithdrawReason(int code) {
    this.code = code;
  }

  /** As in the column {@code reason} and in the withdrawn file. */
  public int code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException for a code that no version has written
   */
  public static WithdrawReason of(int code) {
    for (WithdrawReason reason : values()) {
      if (reason.code == code) {
        return reason;
      }
    }
    throw new IllegalArgumentException("no reason to withdraw: " + code);
  }
}
