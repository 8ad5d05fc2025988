package souspli.links;

import jakarta.inject.Inject;
import jakarta.enterprise.context.Dependent;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import souspli.keys.KeyDirectory;
import souspli.result.Dossier;
import souspli.sealedlink.DayKey;
import souspli.sealedlink.Dek;
import souspli.sealedlink.LinkId;
import souspli.sealedlink.PharmacyId;
import souspli.sealedlink.ReportId;
import souspli.sealedlink.Sealed;
import souspli.sealedlink.Sealing;
import souspli.sealedlink.SlipNumber;
import souspli.sealedlink.Token;
import souspli.sealedlink.Unlock;
import souspli.settings.Settings;

/**
 * What the pharmacy can open without the slip, while the key of the day of issue lives. Seals each new link twice:
 * for who holds the slip and knows the date of birth, and for custody.
 */
@Dependent
public class Custody {
  private final KeyDirectory keys;
  private final SecureRandom random;
  private final int readableDays;

  @Inject
  public Custody(KeyDirectory keys, SecureRandom random, Settings settings) {
    this.keys = keys;
    this.random = random;
    this.readableDays = settings.readableDays();
  }

  /**
   * A new link, with a data key of its own, to be added to the links. The token is the caller's to show once and to
   * close.
   *
   * @param today day of issue (UTC)
   * @throws souspli.keys.MissingKey when this node has not got the keys of that day
   */
  public Link seal(
      Token token, SlipNumber slip, PharmacyId pharmacy, ReportId report, Dossier dossier, LocalDate today) {
    DayKey day = keys.dayKey(today);
    Sealing sealing = new Sealing(token.linkId(), pharmacy, random);
    try (Dek dek = Dek.fresh(random);
        Unlock unlock = token.unlock(dossier.traits().dateOfBirth(), keys, YearMonth.from(today))) {
      Link.Seals seals =
          new Link.Seals(
              unlock.verifier(),
              sealing.holderWrap(unlock, dek),
              sealing.custodyWrap(day, dek),
              sealing.traits(day, dossier.bytes()));
      return new Link(token, slip, pharmacy, report, today, today.plusDays(readableDays), seals);
    }
  }

  /** Opens dossiers of a pharmacy from rows that were read without their entities, for one request. */
  public Reader reader(PharmacyId pharmacy) {
    return new Reader(pharmacy);
  }

  /** Asks for each day's key once. Not for two threads. */
  public final class Reader {
    private final PharmacyId pharmacy;
    private final Map<LocalDate, Optional<DayKey>> days = new HashMap<>();

    private Reader(PharmacyId pharmacy) {
      this.pharmacy = pharmacy;
    }

    /** Empty when custody has ended; {@link souspli.sealedlink.BrokenSeal} as in {@link InCustody}. */
    public Optional<Dossier> open(LinkId link, LocalDate custodyDay, Sealed traits) {
      return days.computeIfAbsent(custodyDay, keys::findDayKey)
          .map(day -> Dossier.of(new Sealing(link, pharmacy, random).openTraits(day, traits)));
    }
  }

  /** Empty when custody has ended or the link is withdrawn: nobody but the holder opens it then. */
  public Optional<InCustody> of(Link link) {
    if (link.custodyWrap().isEmpty() || link.traits().isEmpty()) {
      return Optional.empty();
    }
    return link.custodyDay()
        .flatMap(keys::findDayKey)
        .map(day -> new InCustody(link, day, new Sealing(link.id(), link.pharmacy(), random)));
  }

  /**
   * Seals what the pharmacy can open anew under the key of a later day, and what was sealed before is gone with the
   * transaction. False when there is nothing to open, or a key is not on this node.
   */
  public boolean carry(Link link, LocalDate day) {
    Optional<DayKey> later = keys.findDayKey(day);
    Optional<InCustody> open = of(link);
    if (later.isEmpty() || open.isEmpty()) {
      return false;
    }
    open.get().carry(later.get(), day);
    return true;
  }
}
