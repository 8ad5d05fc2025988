package souspli.result;

/** What is wrong with one field as it was entered; says which and how, and never what was entered. */
public record FieldFault(Field field, Kind kind) {

  /** How a field can be wrong. */
  public enum Kind {
    MISSING,
    TOO_LONG,
    MALFORMED,
    /** A date after today. */
    IN_THE_FUTURE
  }

  /** The field's limit in bytes. */
  public int limit() {
    return field.limit();
  }
}
