package souspli.keys;

import java.util.List;

/** The key directory, or a file in it, is not as only we can have made it. Names each of them, one line per fault. */
public final class UnsafeKeys extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> faults;

  UnsafeKeys(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
    this.faults = List.copyOf(faults);
  }

  public List<String> faults() {
    return faults;
  }
}
