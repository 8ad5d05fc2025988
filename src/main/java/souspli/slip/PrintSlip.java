package souspli.slip;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import souspli.pharmacies.Pharmacy;
import souspli.sealedlink.SlipNumber;
import souspli.sealedlink.Token;
import souspli.settings.Settings;

/** Puts a new link on paper. The address comes from the settings alone, never from a request. */
@Dependent
public class PrintSlip {
  private final Settings settings;

  @Inject
  PrintSlip(Settings settings) {
    this.settings = settings;
  }

  /**
   * The slip of a link that was issued in this very request.
   *
   * @param readyAt when the kit can be read
   * @param lastDate when the link expires
   */
  public PaperSlip print(
      Token token, SlipNumber number, Pharmacy pharmacy, Instant readyAt, LocalDate lastDate, Locale language) {
    return new PaperSlip(
        token,
        number,
        pharmacy.name(),
        pharmacy.telephone(),
        readyAt.atZone(pharmacy.zone()),
        lastDate,
        settings.baseUrl(),
        !settings.environment().isProduction(),
        language);
  }
}
