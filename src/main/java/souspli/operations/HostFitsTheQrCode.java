package souspli.operations;

import java.util.List;
import souspli.settings.Settings;
import souspli.slip.QrCode;

/** The public address fits into the QR code of a slip, for every token. */
final class HostFitsTheQrCode implements StartUpCheck {
  private final Settings settings;

  HostFitsTheQrCode(Settings settings) {
    this.settings = settings;
  }

  @Override
  public List<String> faults() {
    try {
      QrCode.sizeFor(settings.baseUrl());
      return List.of();
    } catch (IllegalArgumentException e) {
      return List.of("souspli.base-url: " + e.getMessage());
    }
  }

  /** What an operator may want to change before slips are printed. */
  List<String> warnings() {
    return QrCode.sizeFor(settings.baseUrl()) == QrCode.Size.USUAL
        ? List.of()
        : List.of("souspli.base-url: a host of more than 24 characters makes larger QR codes (45 mm)");
  }
}
