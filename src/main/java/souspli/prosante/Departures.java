package souspli.prosante;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import souspli.keys.KeyDirectory;
import souspli.sealedlink.BrokenSeal;
import souspli.sealedlink.Sealed;
import souspli.staff.MemberId;

/**
 * Makes departures and knows them again. The browser carries each in a cookie, sealed under the staff key with the time
 * inside the seal: the server keeps nothing for whoever has not signed in.
 */
@Dependent
public class Departures {
  static final Duration LIFE = Duration.ofMinutes(5);

  private static final int LONGEST = 512;
  private static final long NOBODY = 0;

  private final KeyDirectory keys;
  private final InstantSource clock;
  private final SecureRandom random;

  @Inject
  public Departures(KeyDirectory keys, InstantSource clock, SecureRandom random) {
    this.keys = keys;
    this.clock = clock;
    this.random = random;
  }

  Departure fresh(Optional<MemberId> left) {
    byte[] chance = new byte[Departure.LENGTH];
    random.nextBytes(chance);
    return new Departure(chance, Instant.ofEpochSecond(clock.instant().getEpochSecond()), left);
  }

  /** For the cookie. */
  String seal(Departure departure) {
    byte[] content =
        ByteBuffer.allocate(Long.BYTES + Departure.LENGTH + Long.BYTES)
            .putLong(departure.began().getEpochSecond())
            .put(departure.content())
            .putLong(departure.left().map(MemberId::value).orElse(NOBODY))
            .array();
    byte[] sealed = keys.staffKey().sealForTrip(content, random).bytes();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /** The departure in a cookie of ours that is not older than five minutes. */
  Optional<Departure> open(String cookie) {
    if (cookie.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      Sealed sealed = new Sealed(Base64.getUrlDecoder().decode(cookie));
      ByteBuffer content = ByteBuffer.wrap(keys.staffKey().openAfterTrip(sealed));
      Instant began = Instant.ofEpochSecond(content.getLong());
      byte[] chance = new byte[Departure.LENGTH];
      content.get(chance);
      Optional<MemberId> left = Optional.of(content.getLong()).filter(id -> id != NOBODY).map(MemberId::new);
      Instant now = clock.instant();
      boolean inTime = !now.isBefore(began) && now.isBefore(began.plus(LIFE));
      return inTime ? Optional.of(new Departure(chance, began, left)) : Optional.empty();
    } catch (IllegalArgumentException | BufferUnderflowException | BrokenSeal notOurs) {
      return Optional.empty();
    }
  }
}
