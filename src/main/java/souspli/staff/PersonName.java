package souspli.staff;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How somebody is called on pages and in results: letters, digits, spaces and {@code . , ' ’ ( ) -}, beginning with a
 * letter, at most 60 bytes of UTF-8, because a sealed result names its professional.
 */
public record PersonName(String text) {

  public static final int LONGEST = 60;

  private static final Pattern FORM = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{Nd} .,'’()-]*");

  public PersonName {
    if (!fits(text)) {
      throw new IllegalArgumentException("not a person's name");
    }
  }

  public static Optional<PersonName> parse(String typed) {
    String text = typed == null ? "" : typed.strip().replaceAll("\\s+", " ");
    return fits(text) ? Optional.of(new PersonName(text)) : Optional.empty();
  }

  private static boolean fits(String text) {
    return text.length() <= LONGEST
        && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST
        && FORM.matcher(text).matches();
  }
}
