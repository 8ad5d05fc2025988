package souspli.opening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import souspli.links.LinkState;
import souspli.links.SealedLink;
import souspli.sealedlink.LinkId;
import souspli.sealedlink.PharmacyId;
import souspli.sealedlink.Sealed;
import souspli.sealedlink.Sealing;
import souspli.sealedlink.Unlock.Verifier;

/**
 * Stands in where there is no link to compare with, so that the answer takes the same path and the same time: a random
 * verifier that no token and no date of birth lead to.
 */
@ApplicationScoped
public class Decoy {
  private byte[] verifier;
  private PharmacyId pharmacy;

  protected Decoy() {}

  @Inject
  public Decoy(SecureRandom random) {
    this.verifier = new byte[Verifier.LENGTH];
    random.nextBytes(this.verifier);
    this.pharmacy = PharmacyId.fresh(random);
  }

  /** One of the month whose pepper is there in any case. */
  SealedLink at(LinkId id, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return new SealedLink(
        id,
        pharmacy,
        LinkState.READY,
        Optional.empty(),
        YearMonth.from(today),
        today,
        Verifier.of(verifier),
        Optional.of(new Sealed(new byte[Sealing.WRAP_LENGTH])),
        1);
  }

  /** Whether the last day is over even in the westernmost zone. */
  static boolean expired(LocalDate lastDay, Instant now) {
    return !now.isBefore(lastDay.plusDays(1).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
  }
}
