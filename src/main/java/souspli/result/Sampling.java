package souspli.result;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What is known when a slip is issued: whose sample was taken, when (to the minute), by which test and kit. Sealed under
 * the day key as the link's traits, since no column may tell which test somebody had.
 */
public record Sampling(Traits traits, TestKind kind, Kit kit, Instant at) {
  public static final int LONGEST = 1022;

  public Sampling {
    at = at.truncatedTo(ChronoUnit.MINUTES);
  }

  /** At most 1022 bytes. */
  public byte[] bytes() {
    JsonObjectBuilder json = Json.createObjectBuilder().add("v", 1);
    traits.write(json);
    json.add("test", kind.code()).add("kit", kit.name()).add("lot", kit.lot()).add("at", Sealable.minute(at));
    return Sealable.bytes(json.build());
  }

  /** Reads what {@link #bytes} wrote; anything else is an {@link IllegalArgumentException}. */
  public static Sampling of(byte[] sealedBefore) {
    return Sealable.read(sealedBefore, Sampling::read);
  }

  private static Sampling read(JsonObject json) {
    return new Sampling(
        Traits.read(json),
        TestKind.parse(json.getString("test")).orElseThrow(),
        new Kit(json.getString("kit"), json.getString("lot")),
        Sealable.minute(json.getString("at")));
  }

  @Override
  public String toString() {
    return "Sampling[hidden]";
  }
}
