package souspli.opening;

/** A mistake of form, told from what was typed and nothing else. It is never a try. Its text is {@code fault.NAME}. */
public enum Fault {
  CODE_MISSING(Field.CODE),
  CODE_MISTYPED(Field.CODE),
  DATE_MISSING(Field.DAY),
  DAY_UNREADABLE(Field.DAY),
  MONTH_MISSING(Field.MONTH),
  MONTH_UNREADABLE(Field.MONTH),
  YEAR_DIGITS(Field.YEAR),
  YEAR_TOO_EARLY(Field.YEAR),
  NO_SUCH_DATE(Field.DAY),
  IN_FUTURE(Field.YEAR);

  /** The four fields of the form, in the order in which the page has them. */
  public enum Field {
    DAY,
    MONTH,
    YEAR,
    CODE;

    /** Id and name in the page. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final Field field;

  Fault(Field field) {
    this.field = field;
  }

  /** Where the summary's link leads and where the words stand. */
  public Field field() {
    return field;
  }
}
