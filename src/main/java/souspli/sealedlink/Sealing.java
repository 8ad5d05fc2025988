package souspli.sealedlink;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Seals and opens what belongs to one link of one pharmacy; both are bound into every ciphertext, as are its kind and
 * its revision, so that nothing can be moved, swapped or rolled back. Opening throws {@link BrokenSeal}.
 */
public final class Sealing {
  public static final int WRAP_LENGTH = 60;
  public static final int RESULT_LENGTH = 540;
  public static final int TRAITS_LENGTH = 1052;

  static final int PADDED_RESULT = 512;
  static final int PADDED_TRAITS = 1024;

  private final LinkId link;
  private final PharmacyId pharmacy;
  private final SecureRandom random;

  public Sealing(LinkId link, PharmacyId pharmacy, SecureRandom random) {
    this.link = link;
    this.pharmacy = pharmacy;
    this.random = random;
  }

  /** The DEK for who holds the slip and knows the date of birth. */
  public Sealed holderWrap(Unlock unlock, Dek dek) {
    byte[] key = unlock.wrappingKey();
    try {
      return Sealed.seal(key, aad("holder", 0), dek.bytes(), random);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  public Dek openHolderWrap(Unlock unlock, Sealed wrap) {
    byte[] key = unlock.wrappingKey();
    try {
      return dek(wrap.open(key, aad("holder", 0)));
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  /** The DEK for the pharmacy, as long as the day's key lives. */
  public Sealed custodyWrap(DayKey day, Dek dek) {
    return Sealed.seal(day.bytes(), aad("custody", 0), dek.bytes(), random);
  }

  public Dek openCustodyWrap(DayKey day, Sealed wrap) {
    return dek(wrap.open(day.bytes(), aad("custody", 0)));
  }

  /** {@code record} has at most 510 bytes; {@code revision} counts from 1. */
  public Sealed result(Dek dek, int revision, byte[] record) {
    return Sealed.seal(dek.bytes(), resultAad(revision), Sealed.pad(record, PADDED_RESULT), random);
  }

  public byte[] openResult(Dek dek, int revision, Sealed result) {
    return Sealed.unpad(result.open(dek.bytes(), resultAad(revision)), PADDED_RESULT);
  }

  /** {@code traits} have at most 1022 bytes. */
  public Sealed traits(DayKey day, byte[] traits) {
    return Sealed.seal(day.bytes(), aad("traits", 0), Sealed.pad(traits, PADDED_TRAITS), random);
  }

  public byte[] openTraits(DayKey day, Sealed traits) {
    return Sealed.unpad(traits.open(day.bytes(), aad("traits", 0)), PADDED_TRAITS);
  }

  private byte[] resultAad(int revision) {
    if (revision < 1) {
      throw new IllegalArgumentException("revisions count from 1, not " + revision);
    }
    return aad("result", revision);
  }

  byte[] aad(String what, int revision) {
    byte[] label = Secret.ascii("souspli/v1/" + what);
    return ByteBuffer.allocate(label.length + LinkId.LENGTH + Long.BYTES + Integer.BYTES)
        .put(label)
        .put(link.bytes())
        .putLong(pharmacy.value())
        .putInt(revision)
        .array();
  }

  private static Dek dek(byte[] unwrapped) {
    if (unwrapped.length != Dek.LENGTH) {
      throw new BrokenSeal("a wrap of something else than a DEK");
    }
    return Dek.unwrapped(unwrapped);
  }
}
