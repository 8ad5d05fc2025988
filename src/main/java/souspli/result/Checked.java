package souspli.result;

import java.util.List;

/** What came of checking a form: the value, or every fault of it, so that all can be shown at once. */
public sealed interface Checked<T> {

  /** Nothing was wrong. */
  record Good<T>(T value) implements Checked<T> {}

  /** At least one fault, in the order of the form. */
  record Faulty<T>(List<FieldFault> faults) implements Checked<T> {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
