package souspli.scanner;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import souspli.pharmacies.Pharmacies;
import souspli.staff.Act;
import souspli.staff.Acting;

/** Tells which box is under the scanner, and whether a test may still be taken from it. */
@Dependent
public class ScanBox {
  private final KnownKits kits;
  private final Pharmacies pharmacies;
  private final InstantSource clock;

  @Inject
  public ScanBox(KnownKits kits, Pharmacies pharmacies, InstantSource clock) {
    this.kits = kits;
    this.pharmacies = pharmacies;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Answer {
    /** It may be used; with the name that this pharmacy gave such boxes, if it has had one before. */
    record Usable(BoxLabel label, Optional<KnownKits.KnownKit> kit) implements Answer {}

    /** Its last day is over, by the clock on the pharmacy's wall. */
    record Expired(LocalDate lastDay) implements Answer {}

    /** No label of a box, or one that was not read whole. */
    record NoLabel() implements Answer {}
  }

  /** {@code typed}: what the scanner typed, as it came. */
  @Transactional
  public Answer scan(Acting acting, String typed) {
    acting.require(Act.ISSUE);
    LocalDate today = LocalDate.ofInstant(clock.instant(), pharmacies.get(acting.pharmacyId()).zone());
    Optional<BoxLabel> read = BoxLabel.parse(typed, today);
    if (read.isEmpty()) {
      return new Answer.NoLabel();
    }
    BoxLabel label = read.get();
    return label.isUsableOn(today)
        ? new Answer.Usable(label, kits.find(acting.pharmacyId(), label.gtin()))
        : new Answer.Expired(label.expiry().orElseThrow());
  }
}
