package souspli.settings;

import java.util.List;

/** The settings do not make a portal. Holds one line per fault, each naming its setting. */
public final class FaultySettings extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final List<String> faults;

  FaultySettings(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
    this.faults = List.copyOf(faults);
  }

  public List<String> faults() {
    return faults;
  }
}
