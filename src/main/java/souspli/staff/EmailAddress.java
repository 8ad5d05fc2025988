package souspli.staff;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The address under which somebody was invited and signs in: lower case, ASCII, 3 to 254 characters. */
public record EmailAddress(String text) {

  private static final int LONGEST = 254;
  private static final Pattern FORM =
      Pattern.compile(
          "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
              + "@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

  public EmailAddress {
    if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not an e-mail address");
    }
  }

  /** Case and spaces around it do not matter. */
  public static Optional<EmailAddress> parse(String typed) {
    String text = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
    return text.length() <= LONGEST && FORM.matcher(text).matches()
        ? Optional.of(new EmailAddress(text))
        : Optional.empty();
  }
}
