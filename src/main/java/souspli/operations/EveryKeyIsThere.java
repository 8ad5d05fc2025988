package souspli.operations;

import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;
import souspli.keys.KeyChecks;
import souspli.keys.KeyDirectory;
import souspli.keys.KeysAreThere;
import souspli.keys.MakeKeys;
import souspli.keys.UnsafeKeys;
import souspli.settings.Settings;

/** No key is missing or another than recorded; and on the node that makes keys, those of the coming week are made. */
final class EveryKeyIsThere implements StartUpCheck {
  private static final Logger LOG = Logger.getLogger("souspli.operations");

  private final DataSource database;
  private final Settings settings;
  private final LocalDate today;

  /** @param today the UTC day */
  EveryKeyIsThere(DataSource database, Settings settings, LocalDate today) {
    this.database = database;
    this.settings = settings;
    this.today = today;
  }

  @Override
  public List<String> faults() {
    try {
      SecureRandom random = new SecureRandom();
      KeyDirectory directory =
          settings.makesKeys()
              ? KeyDirectory.openOrMake(settings.keys(), random)
              : KeyDirectory.open(settings.keys(), random);
      KeyChecks checks = new KeyChecks(database);
      KeysAreThere keys = new KeysAreThere(directory, checks);
      List<String> faults = keys.faults(today);
      if (faults.isEmpty()) {
        if (settings.makesKeys()) {
          new MakeKeys(directory, checks).ahead(today);
        }
        keys.warnings(today).forEach(LOG::warning);
      }
      return faults;
    } catch (UnsafeKeys unsafe) {
      return unsafe.faults();
    } catch (UncheckedIOException e) {
      return List.of("souspli.keys: " + e.getMessage() + ": " + e.getCause().getMessage());
    }
  }
}
