package souspli.counter;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import souspli.result.Analyte;
import souspli.result.Finding;
import souspli.result.Outcome;
import souspli.result.TestKind;
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

  /** The same for all of them. */
  void takeChoices() {
    typed.putAll(FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap());
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

  /** An outcome as one hidden field carries it from a form to its read-back; to be shown, never to be saved. */
  static final class Carried {
    private static final String INVALID = "invalid";

    private Carried() {}

    static String text(TestKind kind, Outcome outcome) {
      return switch (outcome) {
        case Outcome.Valid(Map<Analyte, Finding> findings) ->
            kind.analytes().stream().map(analyte -> findings.get(analyte).name()).collect(Collectors.joining(","));
        case Outcome.Invalid() -> INVALID;
      };
    }

    /** Empty for what {@link #text} does not write. */
    static Optional<Outcome> parse(TestKind kind, String text) {
      if (text.equals(INVALID)) {
        return Optional.of(Outcome.invalid());
      }
      List<String> findings = List.of(text.split(","));
      Map<Analyte, Finding> read = new EnumMap<>(Analyte.class);
      for (int i = 0; i < Math.min(findings.size(), kind.analytes().size()); i++) {
        for (Finding finding : Finding.values()) {
          if (finding.name().equals(findings.get(i))) {
            read.put(kind.analytes().get(i), finding);
          }
        }
      }
      return read.size() == kind.analytes().size() ? Optional.of(Outcome.of(read)) : Optional.empty();
    }
  }
}
