package souspli.result;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tests that can be issued: the one table of what each looks for, in the order in which it is read. */
public enum TestKind {
  COVID("covid", 15, Analyte.SARS_COV_2),
  FLU("flu", 15, Analyte.INFLUENZA_A, Analyte.INFLUENZA_B),
  TRIPLEX("triplex", 15, Analyte.SARS_COV_2, Analyte.INFLUENZA_A, Analyte.INFLUENZA_B),
  STREP_A("strep-a", 5, Analyte.STREP_A);

  private final String code;
  private final int readingMinutes;
  private final List<Analyte> analytes;

  TestKind(String code, int readingMinutes, Analyte... analytes) {
    this.code = code;
    this.readingMinutes = readingMinutes;
    this.analytes = List.of(analytes);
  }

  /** As in the sealed record and the interface for pharmacy software. */
  public String code() {
    return code;
  }

  /** Minutes from sampling until the cassette may be read. */
  public int readingMinutes() {
    return readingMinutes;
  }

  public List<Analyte> analytes() {
    return analytes;
  }

  /** Whether this can be the outcome of such a test: an invalid one always, else a finding for exactly its analytes. */
  public boolean accepts(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Invalid _ -> true;
      case Outcome.Valid valid -> valid.findings().keySet().equals(Set.copyOf(analytes));
    };
  }

  public static Optional<TestKind> parse(String code) {
    for (TestKind kind : values()) {
      if (kind.code.equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
