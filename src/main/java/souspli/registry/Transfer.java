package souspli.registry;

import java.util.Locale;
import java.util.Optional;

/**
 * How the transfer of a result's last revision stands, for whoever entered it. Holds nothing that the registry
 * said.
 */
public sealed interface Transfer {

  /** Names the sentence that tells it, in the texts of this room. */
  default String key() {
    return switch (this) {
      case Waiting _ -> "waiting";
      case Sent _ -> "sent";
      case Refused(Optional<Mend> field) -> field.map(mend -> "refused." + mend.key()).orElse("refused");
      case PersonLooks _ -> "person-looks";
      case GivenUp _ -> "given-up";
    };
  }

  /** Whether the pharmacy can do something about it. */
  default boolean isTask() {
    return this instanceof Refused || this instanceof PersonLooks || this instanceof GivenUp;
  }

  /** Given up is given up: what it would be made from is gone. */
  default boolean canBeSentAgain() {
    return this instanceof Refused || this instanceof PersonLooks;
  }

  /** It is on its way; nobody need do anything. */
  record Waiting(int tries) implements Transfer {}

  /** The registry has it. */
  record Sent() implements Transfer {}

  /** The registry will not have it as it is: {@code field} is to be mended, then it is sent again. */
  record Refused(Optional<Mend> field) implements Transfer {}

  /** Neither sent nor refused: whoever runs the portal has to look. */
  record PersonLooks() implements Transfer {}

  /** Custody ended before the registry took it: it has to be reported by other means. */
  record GivenUp() implements Transfer {}

  /** What a refusal can be about. The numbers stand in rows. */
  enum Mend {
    NAME(1),
    DATE_OF_BIRTH(2),
    SEX(3),
    NIR(4),
    CONTACT(5),
    POSTAL_CODE(6),
    PHARMACY(7),
    PROFESSIONAL(8),
    KIT(9),
    SAMPLE(10),
    RESULT(11);

    private final int code;

    Mend(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }

    private String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Mend> of(Integer code) {
      for (Mend field : values()) {
        if (code != null && field.code == code) {
          return Optional.of(field);
        }
      }
      return Optional.empty();
    }

    /**
     * What an element of a message is about.
     *
     * @param resource type of the resource, such as {@code Patient}
     * @param path the rest of the FHIRPath below it, such as {@code .birthDate}
     */
    static Optional<Mend> of(String resource, String path) {
      return Optional.ofNullable(
          switch (resource) {
            case "Patient" -> ofPatient(path);
            case "Organization" -> PHARMACY;
            case "Practitioner" -> PROFESSIONAL;
            case "Device" -> KIT;
            case "Specimen" -> SAMPLE;
            case "Observation", "DiagnosticReport" -> RESULT;
            default -> null;
          });
    }

    private static Mend ofPatient(String path) {
      if (path.startsWith(".birthDate")) {
        return DATE_OF_BIRTH;
      }
      if (path.startsWith(".gender")) {
        return SEX;
      }
      if (path.startsWith(".identifier")) {
        return NIR;
      }
      if (path.startsWith(".telecom")) {
        return CONTACT;
      }
      return path.startsWith(".address") ? POSTAL_CODE : NAME;
    }
  }
}
