package souspli.counter;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import souspli.scanner.FrenchKeyboard;

/**
 * One form as it was filled in, by the fields' ids, and what is wrong with which field. Lives as long as the request:
 * the page sends everything again, so that no session holds what somebody typed.
 */
@Named
@RequestScoped
public class Filled {
  private static final Pattern PARTS = Pattern.compile("(\\d{1,2})[ ./-](\\d{1,2})[ ./-](\\d{4})");
  private static final Pattern EIGHT = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");

  private final Map<String, String> typed = new HashMap<>();
  private final Map<String, String> faults = new LinkedHashMap<>();

  /** For views, to read and to set. */
  public Map<String, String> getTyped() {
    return typed;
  }

  /** For views: words by field. */
  public Map<String, String> getFaults() {
    return faults;
  }

  /** Without spaces at its ends; empty where nothing was typed. */
  String of(String field) {
    String text = typed.get(field);
    return text == null ? "" : text.strip();
  }

  /** For a field that this request does not bring. */
  void offer(String field, String text) {
    if (!typed.containsKey(field)) {
      typed.put(field, text);
    }
  }

  void set(String field, String text) {
    typed.put(field, text);
  }

  void fault(String field, String words) {
    faults.putIfAbsent(field, words);
  }

  boolean isSound() {
    return faults.isEmpty();
  }

  /** Takes over a choice, which no component of the page holds. */
  String choice(String field) {
    String chosen = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get(field);
    typed.put(field, chosen);
    return of(field);
  }

  /** {@code 27031952} or {@code 27/3/1952} as {@code 1952-03-27}; everything else as it is. */
  static String isoDate(String typed) {
    String text = typed.strip();
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      parts = EIGHT.matcher(FrenchKeyboard.digits(text.replace(" ", "")));
    }
    return parts.matches()
        ? parts.group(3) + '-' + two(parts.group(2)) + '-' + two(parts.group(1))
        : text;
  }

  private static String two(String digits) {
    return digits.length() < 2 ? '0' + digits : digits;
  }
}
