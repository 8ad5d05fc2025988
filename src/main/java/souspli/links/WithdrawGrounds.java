package souspli.links;

/**
 * Why staff withdraw a slip. For those who answer for it later: pharmacy, support and trail. The holder is told {@link
 * WithdrawReason} and nothing of this. The codes stand in rows and never change their meaning.
 */
public enum WithdrawGrounds {
  /** The result belongs to somebody else. */
  WRONG_PERSON(1),
  /** The result is wrong, and no correction will do. */
  WRONG_RESULT(2),
  /** The slip was lost, stolen or seen by others. */
  SLIP_ASTRAY(3),
  /** Whoever was tested wishes it. */
  PERSON_ASKS(4),
  /** The pharmacy called support. */
  PHARMACY_ASKS(5);

  private final int code;

  WithdrawGrounds(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException for a code that no version has written
   */
  public static WithdrawGrounds of(int code) {
    for (WithdrawGrounds grounds : values()) {
      if (grounds.code == code) {
        return grounds;
      }
    }
    throw new IllegalArgumentException("no grounds to withdraw: " + code);
  }
}
