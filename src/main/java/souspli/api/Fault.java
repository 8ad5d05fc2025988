package souspli.api;

import java.util.List;

/**
 * What is wrong with one field of a call: its name as in the body, a word for programs, and a sentence for who writes
 * them. Never what was sent.
 */
record Fault(String field, String fault, String detail) {
  static Fault missing(String field) {
    return new Fault(field, "missing", "this field is needed");
  }

  static Fault malformed(String field, String detail) {
    return new Fault(field, "malformed", detail);
  }

  static Fault unknown(String field) {
    return new Fault(field, "unknown", "there is no such field here");
  }

  /** Ends the reading of a call: at least one field is not as documented. */
  static final class Found extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    Found(List<Fault> faults) {
      super("faults in " + faults.size() + " fields");
      this.faults = List.copyOf(faults);
    }

    Found(Fault fault) {
      this(List.of(fault));
    }

    List<Fault> faults() {
      return faults;
    }
  }
}
