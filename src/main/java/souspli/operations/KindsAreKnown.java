package souspli.operations;

import java.util.List;
import souspli.result.TestKind;
import souspli.settings.Settings;

/** Each kind of test whose results are told in person is one that there is: a slip of the pen would show them. */
final class KindsAreKnown implements StartUpCheck {
  private final Settings settings;

  KindsAreKnown(Settings settings) {
    this.settings = settings;
  }

  @Override
  public List<String> faults() {
    return settings.toldInPerson().stream()
        .filter(code -> TestKind.parse(code).isEmpty())
        .sorted()
        .map(code -> "souspli.told-in-person: there is no kind of test \"" + code + '"')
        .toList();
  }
}
