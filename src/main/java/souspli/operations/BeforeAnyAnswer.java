package souspli.operations;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import souspli.settings.Settings;

/** Everything that must hold before the portal answers, asked by {@code souspli serve} and by the server itself. */
public final class BeforeAnyAnswer {
  private BeforeAnyAnswer() {}

  /**
   * The faults of the first statement that does not hold, a line each that names the file or setting.
   *
   * @param today the UTC day
   */
  public static List<String> faults(DataSource database, Settings settings, LocalDate today) {
    return Stream.of(
            new HostFitsTheQrCode(settings),
            new KindsAreKnown(settings),
            new SchemaIsCurrent(database),
            new EveryKeyIsThere(database, settings, today),
            new FilesForOthersFit(settings))
        .map(StartUpCheck::faults)
        .filter(Predicate.not(List::isEmpty))
        .findFirst()
        .orElse(List.of());
  }
}
