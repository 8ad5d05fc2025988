package souspli.result;

import jakarta.json.JsonObjectBuilder;

/**
 * What is known when a slip is issued: whose sample was taken, and which. Sealed under the day key as the link's
 * traits, since no column may tell which test somebody had. Never printed.
 */
public record Dossier(Traits traits, Sample sample) {
  public static final int LONGEST = 1022;

  /** At most 1022 bytes. */
  public byte[] bytes() {
    JsonObjectBuilder json = Sealable.JSON.createObjectBuilder().add("v", 1);
    traits.write(json);
    Sealable.write(sample, json);
    sample.kit().gtin().ifPresent(gtin -> json.add("gtin", gtin.digits()));
    return Sealable.bytes(json.build());
  }

  /** Reads what {@link #bytes} wrote; anything else is an {@link IllegalArgumentException}. */
  public static Dossier of(byte[] sealedBefore) {
    return Sealable.read(sealedBefore, json -> new Dossier(Traits.read(json), Sealable.sample(json)));
  }

  @Override
  public String toString() {
    return "Dossier[hidden]";
  }
}
