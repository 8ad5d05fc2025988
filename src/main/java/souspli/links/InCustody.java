package souspli.links;

import java.time.LocalDate;
import souspli.result.Dossier;
import souspli.result.TestResult;
import souspli.sealedlink.DayKey;
import souspli.sealedlink.Dek;
import souspli.sealedlink.Sealed;
import souspli.sealedlink.Sealing;

/**
 * One link that its pharmacy can open. Everything here throws {@link souspli.sealedlink.BrokenSeal} when a row was
 * changed, moved to another pharmacy, swapped with another or rolled back.
 */
public final class InCustody {
  private final Link link;
  private final DayKey day;
  private final Sealing sealing;

  InCustody(Link link, DayKey day, Sealing sealing) {
    this.link = link;
    this.day = day;
    this.sealing = sealing;
  }

  /** Whose sample it is, of which test, and when it was taken. */
  public Dossier dossier() {
    return Dossier.of(sealing.openTraits(day, link.traits().orElseThrow()));
  }

  public TestResult open(Revision revision) {
    try (Dek dek = dek()) {
      return TestResult.of(sealing.openResult(dek, revision.number(), revision.sealed()));
    }
  }

  /** To be added to the links. */
  public Revision seal(int number, TestResult result) {
    try (Dek dek = dek()) {
      return new Revision(link.id(), number, sealing.result(dek, number, result.bytes()));
    }
  }

  /** In the place of the link's traits. */
  public Sealed seal(Dossier dossier) {
    return sealing.traits(day, dossier.bytes());
  }

  void carry(DayKey later, LocalDate day) {
    try (Dek dek = dek()) {
      link.carriedTo(day, sealing.custodyWrap(later, dek), sealing.traits(later, dossier().bytes()));
    }
  }

  private Dek dek() {
    return sealing.openCustodyWrap(day, link.custodyWrap().orElseThrow());
  }
}
