package souspli.result;

import java.util.Optional;

/** As the national identity service knows it. */
public enum Sex {
  FEMALE("F"),
  MALE("M"),
  UNKNOWN("I");

  private final String code;

  Sex(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<Sex> parse(String code) {
    for (Sex sex : values()) {
      if (sex.code.equals(code)) {
        return Optional.of(sex);
      }
    }
    return Optional.empty();
  }
}
