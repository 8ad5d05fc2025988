package souspli.result;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Every text that is sealed, with its limit in bytes of UTF-8 as it stands in JSON (a quotation mark or a backslash
 * counts twice). The limits are chosen so that a record with every field at its limit still fits; a test proves it.
 */
public enum Field {
  BIRTH_NAME(120, true),
  GIVEN_NAMES(120, true),
  USED_NAME(120, false),
  SEX(1, true, "[FMI]"),
  DATE_OF_BIRTH(10, true, "[0-9]{4}-[0-9]{2}-[0-9]{2}"),
  NIR(15, false, "[0-9]{5}[0-9AB]{2}[0-9]{8}"),
  TELEPHONE(20, false, "\\+?[0-9 .()-]{3,}"),
  EMAIL(254, false, "[^@\\s\\p{C}]+@[^@\\s\\p{C}]+"),
  POSTAL_CODE(10, false, "[0-9A-Z -]+"),
  TEST_KIND(7, true, "[a-z-]+"),
  KIT(40, true),
  LOT(20, true),
  PHARMACY(72, true),
  PHARMACY_TELEPHONE(20, true, "\\+?[0-9 .()-]{3,}"),
  PHARMACY_ZONE(32, true, "[A-Za-z0-9_+/-]+"),
  PROFESSIONAL(60, true);

  /** One line that reads as it is written: no control, nothing that turns the direction of writing. */
  private static final String ANY_TEXT = "[^\\p{C}\\p{Zl}\\p{Zp}]*";

  private final int limit;
  private final boolean required;
  private final Pattern form;

  Field(int limit, boolean required) {
    this(limit, required, ANY_TEXT);
  }

  Field(int limit, boolean required, String form) {
    this.limit = limit;
    this.required = required;
    this.form = Pattern.compile(form, Pattern.UNICODE_CHARACTER_CLASS);
  }

  /** In bytes. */
  public int limit() {
    return limit;
  }

  /** What is wrong with {@code text} here, if anything; an empty text is right where the field may be left out. */
  public Optional<FieldFault> fault(String text) {
    if (text.isEmpty() && !required) {
      return Optional.empty();
    }
    if (text.isBlank()) {
      return Optional.of(new FieldFault(this, FieldFault.Kind.MISSING));
    }
    if (length(text) > limit) {
      return Optional.of(new FieldFault(this, FieldFault.Kind.TOO_LONG));
    }
    boolean right = form.matcher(text).matches() && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    return right ? Optional.empty() : Optional.of(new FieldFault(this, FieldFault.Kind.MALFORMED));
  }

  /** For values that were checked before: the text itself, or an exception that names the field and not the text. */
  String checked(String text) {
    fault(text).ifPresent(fault -> {
      throw new IllegalArgumentException(fault.toString());
    });
    return text;
  }

  private static int length(String text) {
    int escapes = (int) text.chars().filter(c -> c == '"' || c == '\\').count();
    return text.getBytes(StandardCharsets.UTF_8).length + escapes;
  }
}
