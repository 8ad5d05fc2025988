package souspli.issuing;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import souspli.result.Kit;
import souspli.result.TestKind;
import souspli.result.Traits;

/** A sample that has just been taken and wants a slip. */
public record NewSlip(Draft draft, Traits traits, TestKind kind, Kit kit) {

  @Override
  public String toString() {
    return "NewSlip[hidden]";
  }

  /** Names one form as it is filled in. The issue uses it up, so a reload never issues twice. */
  public record Draft(byte[] bytes) {
    private static final int LENGTH = 16;

    public Draft {
      if (bytes.length != LENGTH) {
        throw new IllegalArgumentException("a draft id has 16 bytes, not " + bytes.length);
      }
      bytes = bytes.clone();
    }

    public static Draft fresh(SecureRandom random) {
      byte[] bytes = new byte[LENGTH];
      random.nextBytes(bytes);
      return new Draft(bytes);
    }

    /** Reads what {@link #text} wrote; anything else names no draft. */
    public static Optional<Draft> parse(String text) {
      return text != null && text.matches("[0-9a-f]{32}")
          ? Optional.of(new Draft(HexFormat.of().parseHex(text)))
          : Optional.empty();
    }

    public String text() {
      return HexFormat.of().formatHex(bytes);
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Draft draft && Arrays.equals(bytes, draft.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }
}
