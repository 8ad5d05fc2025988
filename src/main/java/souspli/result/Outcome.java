package souspli.result;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** What a test came to: a finding for each of its analytes, or nothing because it did not work. Never printed. */
public sealed interface Outcome {

  /** At least one finding; {@link #findings} iterates in the order of {@link Analyte}. */
  record Valid(Map<Analyte, Finding> findings) implements Outcome {
    public Valid {
      if (findings.isEmpty()) {
        throw new IllegalArgumentException("a valid outcome has findings");
      }
      findings = Collections.unmodifiableMap(new EnumMap<>(findings));
    }

    public boolean found() {
      return findings.containsValue(Finding.FOUND);
    }

    @Override
    public String toString() {
      return "Valid[hidden]";
    }
  }

  /** Neither found nor not found: the control line was missing. */
  record Invalid() implements Outcome {
    @Override
    public String toString() {
      return "Invalid[hidden]";
    }
  }

  static Outcome of(Map<Analyte, Finding> findings) {
    return new Valid(findings);
  }

  static Outcome invalid() {
    return new Invalid();
  }
}
