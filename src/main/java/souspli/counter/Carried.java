package souspli.counter;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import souspli.result.Analyte;
import souspli.result.Finding;
import souspli.result.Outcome;
import souspli.result.TestKind;

/** An outcome as one hidden field carries it from a form to its read-back; to be shown, never to be saved. */
final class Carried {
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
