package souspli.operations;

import java.util.List;
import java.util.stream.Stream;
import souspli.mail.MailFiles;
import souspli.prosante.ProSanteFiles;
import souspli.registry.MutualTls;
import souspli.settings.Settings;

/**
 * The files with which other servers and we know each other can be read. Whether those can be reached is no matter of a
 * start.
 */
final class FilesForOthersFit implements StartUpCheck {
  private final Settings settings;

  FilesForOthersFit(Settings settings) {
    this.settings = settings;
  }

  @Override
  public List<String> faults() {
    List<String> registry = settings.registry().map(MutualTls::faults).orElse(List.of());
    List<String> mail = settings.mail().map(MailFiles::faults).orElse(List.of());
    List<String> psc = settings.psc().map(ProSanteFiles::faults).orElse(List.of());
    return Stream.of(registry, mail, psc).flatMap(List::stream).toList();
  }
}
