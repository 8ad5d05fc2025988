package souspli.opening;

import java.util.Locale;

/**
 * What somebody typed into the form, cut to what is given back to them so that nobody must scan again. Never printed.
 *
 * @param code at most 64 characters
 * @param day at most 32, like month and year: some people write the whole date into one field
 * @param language of the page
 */
record Typed(String code, String day, String month, String year, Locale language) {
  private static final int CODE = 64;
  private static final int DATE_PART = 32;

  Typed {
    code = cut(afterHash(code), CODE);
    day = cut(day, DATE_PART);
    month = cut(month, DATE_PART);
    year = cut(year, DATE_PART);
  }

  static Typed nothing(Locale language) {
    return new Typed("", "", "", "", language);
  }

  /** Whoever pastes the whole address of a scanned code means what stands after its hash. */
  private static String afterHash(String text) {
    return text == null ? "" : text.substring(text.lastIndexOf('#') + 1);
  }

  /** One line, no half characters. */
  private static String cut(String text, int most) {
    if (text == null) {
      return "";
    }
    String line = text.strip().replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Cn}]", " ");
    if (line.length() <= most) {
      return line;
    }
    return line.substring(0, Character.isHighSurrogate(line.charAt(most - 1)) ? most - 1 : most);
  }

  @Override
  public String toString() {
    return "Typed[hidden]";
  }
}
