package souspli.issuing;

import java.time.Instant;
import java.time.LocalDate;
import souspli.pharmacies.Pharmacy;
import souspli.sealedlink.SlipNumber;
import souspli.sealedlink.Token;

/**
 * What is printed on a new slip, this once. Whoever renders it closes it afterwards; the token enters no session, view
 * state, flash, log or file.
 *
 * @param readyAt when the kit may be read
 * @param readableUntil the last day on which it opens
 */
public record IssuedSlip(Token token, SlipNumber number, Pharmacy pharmacy, Instant readyAt, LocalDate readableUntil)
    implements AutoCloseable {

  /** Zeroes the token. */
  @Override
  public void close() {
    token.close();
  }
}
