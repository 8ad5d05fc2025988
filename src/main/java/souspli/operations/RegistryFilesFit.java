package souspli.operations;

import java.util.List;
import souspli.registry.MutualTls;
import souspli.settings.Settings;

/** The files with which we are known to the registry can be read. Whether it can be reached is no matter of a start. */
final class RegistryFilesFit implements StartUpCheck {
  private final Settings settings;

  RegistryFilesFit(Settings settings) {
    this.settings = settings;
  }

  @Override
  public List<String> faults() {
    return settings.registry().map(MutualTls::faults).orElse(List.of());
  }
}
