package souspli.result;

/** Whether one analyte was found in the sample. */
public enum Finding {
  FOUND("+"),
  NOT_FOUND("-");

  private final String sign;

  Finding(String sign) {
    this.sign = sign;
  }

  /** As in the sealed record, where every byte counts. */
  String sign() {
    return sign;
  }
}
