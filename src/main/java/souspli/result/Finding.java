package souspli.result;

/** Whether one analyte was found in the sample. */
public enum Finding {
  FOUND,
  NOT_FOUND
}
