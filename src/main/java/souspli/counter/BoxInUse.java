package souspli.counter;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import souspli.result.Kit.Gtin;
import souspli.scanner.BoxLabel;
import souspli.scanner.KnownKits.KnownKit;

/**
 * The box of kits that this counter takes tests from: scanned or typed once, kept until another one is or the session
 * ends.
 */
@SessionScoped
public class BoxInUse implements Serializable {
  private static final long serialVersionUID = 2L;

  private String kind;
  private String kit;
  private String lot;
  private Scanned scanned;

  /** What only a label says. It counts for its own lot: whoever types another one has another box. */
  private record Scanned(String gtin, String lot, LocalDate lastDay) implements Serializable {}

  void offerTo(Filled form) {
    form.offer("kind", kind);
    form.offer("kit", kit);
    form.offer("lot", lot);
  }

  void keep(Filled form) {
    kind = form.of("kind");
    kit = form.of("kit");
    lot = form.of("lot");
  }

  /** A product that was never scanned here has no name yet; its test is most likely the last one. */
  void take(BoxLabel label, Optional<KnownKit> known) {
    scanned = new Scanned(label.gtin().digits(), label.lot(), label.expiry().orElse(null));
    lot = label.lot();
    kit = known.map(KnownKit::name).orElse("");
    kind = known.map(named -> named.kind().code()).orElse(kind);
  }

  Optional<Gtin> gtin(String typedLot) {
    return of(typedLot).map(label -> new Gtin(label.gtin));
  }

  /** Of a box that was opened in time and is past its last day now. */
  Optional<LocalDate> isOver(String typedLot, LocalDate today) {
    return of(typedLot).map(label -> label.lastDay).filter(today::isAfter);
  }

  private Optional<Scanned> of(String typedLot) {
    return Optional.ofNullable(scanned).filter(label -> label.lot.equals(typedLot));
  }
}
