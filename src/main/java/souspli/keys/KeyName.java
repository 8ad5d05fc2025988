package souspli.keys;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a key is called: its file in the key directory and its row in {@code key_check}. */
public record KeyName(String text) implements Comparable<KeyName> {
  private static final Pattern FORM =
      Pattern.compile("staff|audit|log-seed|pepper-[0-9]{4}-[0-9]{2}|(day|gate)-[0-9]{4}-[0-9]{2}-[0-9]{2}");

  public static final KeyName STAFF = new KeyName("staff");
  public static final KeyName AUDIT = new KeyName("audit");
  public static final KeyName LOG_SEED = new KeyName("log-seed");

  public KeyName {
    if (!isName(text)) {
      throw new IllegalArgumentException("no key is called " + text);
    }
  }

  public static KeyName pepper(YearMonth month) {
    return new KeyName("pepper-" + month);
  }

  public static KeyName day(LocalDate day) {
    return new KeyName("day-" + day);
  }

  public static KeyName gate(LocalDate day) {
    return new KeyName("gate-" + day);
  }

  public static Optional<KeyName> parse(String text) {
    return isName(text) ? Optional.of(new KeyName(text)) : Optional.empty();
  }

  /** Whether its month or day has passed: no key can have been destroyed on purpose before that. */
  boolean isOver(LocalDate today) {
    return switch (kind()) {
      case "pepper" -> YearMonth.parse(text.substring(7)).isBefore(YearMonth.from(today));
      case "day", "gate" -> LocalDate.parse(text.substring(text.indexOf('-') + 1)).isBefore(today);
      default -> false;
    };
  }

  String kind() {
    return text.equals("log-seed") ? text : text.split("-", 2)[0];
  }

  private static boolean isName(String text) {
    if (!FORM.matcher(text).matches()) {
      return false;
    }
    try {
      if (text.startsWith("pepper-")) {
        YearMonth.parse(text.substring(7));
      } else if (text.startsWith("day-") || text.startsWith("gate-")) {
        LocalDate.parse(text.substring(text.indexOf('-') + 1));
      }
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  @Override
  public int compareTo(KeyName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
