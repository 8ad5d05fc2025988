package souspli.trail;

import java.util.Optional;
import java.util.stream.Stream;

/** What can stand in the trail. The codes stand in rows and never change their meaning. */
public enum TrailKind {
  SIGNED_IN(1),
  SIGNED_IN_BY_PASSKEY(2),
  /** By Pro Santé Connect. */
  SIGNED_IN_BY_PROSANTE(3),
  /** At the door, for whatever reason. */
  REFUSED(4),
  SIGNED_OUT(5),
  LOCKED(6),
  UNLOCKED(7),
  UNLOCK_REFUSED(8),
  /** A colleague went on at the same counter. */
  TAKEN_OVER(9),
  INVITED(10),
  INVITATION_APPROVED(11),
  INVITATION_TURNED_DOWN(12),
  /** An invitation was accepted, by which its member also signed in. */
  JOINED(13),
  /** The same by somebody who had been disabled. */
  CAME_BACK(14),
  /** Somebody came back in another role or pharmacy. */
  ROLE_CHANGED(15),
  DISABLED(16),
  /** The tenth wrong digits in a row. */
  FACTOR_DISABLED(17),
  /** Wrong digits of somebody who had signed in. */
  FACTOR_REFUSED(18),
  API_KEY_MADE(19),
  API_KEY_REVOKED(20),
  PASSKEY_ADDED(21),
  PASSKEY_REMOVED(22),
  RECOVERY_CODE_USED(23),
  RECOVERY_CODES_MADE(24),
  LOOKED_AT_RESULT(25),
  DIRECTORY_LOADED(26),
  PHARMACY_ASKED_FOR(27),
  PHARMACY_APPROVED(28),
  PHARMACY_TURNED_DOWN(29),
  /** An invitation waits for a second administrator. */
  INVITATION_ASKED_FOR(30),
  /** An invitation by which somebody who works here gets new factors. */
  INVITED_ANEW(31),
  /** Asked for a page, or did something, that the role does not give, or that is not there. */
  NOT_ALLOWED(32),
  /** Somebody who works here accepted an invitation by which they got new factors. */
  FACTORS_RENEWED(33);

  private final int code;

  TrailKind(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** By its name; empty for what names none. */
  static Optional<TrailKind> parse(String name) {
    return Stream.of(values()).filter(kind -> kind.name().equals(name)).findFirst();
  }

  /**
   * @throws IllegalArgumentException for a code that no version has written
   */
  public static TrailKind of(int code) {
    for (TrailKind kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new IllegalArgumentException("nothing in the trail is of kind " + code);
  }
}
