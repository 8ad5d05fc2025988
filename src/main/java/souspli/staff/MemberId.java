package souspli.staff;

import java.security.SecureRandom;
import java.util.Optional;

/** Names one member of staff: a positive random 63-bit number, never sequential, never used again. */
public record MemberId(long value) {

  public MemberId {
    if (value <= 0) {
      throw new IllegalArgumentException("a member id is a positive number");
    }
  }

  public static MemberId fresh(SecureRandom random) {
    return new MemberId(random.nextLong(1, Long.MAX_VALUE));
  }

  /** Reads what {@link #text()} wrote; anything else names nobody. */
  public static Optional<MemberId> parse(String text) {
    if (text == null || !text.matches("[1-9][0-9]{0,18}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new MemberId(Long.parseLong(text)));
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  public String text() {
    return Long.toString(value);
  }
}
