package souspli.passkeys;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import souspli.keys.KeyDirectory;
import souspli.staff.InvitationSecret;
import souspli.staff.MemberId;

/**
 * Makes challenges and takes them back: each within five minutes, once, and only for what it was made for. Those that
 * have come back are remembered in the database until they would have expired, so once is once on all nodes.
 */
@Dependent
public class Challenges {

  static final Duration LIFE = Duration.ofMinutes(5);

  /** No cell of the gate is found by bytes that begin like this: an address never has "/" at its ninth byte. */
  private static final byte[] PURPOSE = "passkeys/".getBytes(StandardCharsets.US_ASCII);

  private static final String USE_UP =
      """
      INSERT IGNORE INTO passkey_challenge (nonce, expires_at) VALUES (?, ?)
      """;

  private static final String FORGET =
      """
      DELETE FROM passkey_challenge WHERE expires_at < ? LIMIT 100
      """;

  private final KeyDirectory keys;
  private final InstantSource clock;
  private final SecureRandom random;

  @Inject
  public Challenges(KeyDirectory keys, InstantSource clock, SecureRandom random) {
    this.keys = keys;
    this.clock = clock;
    this.random = random;
  }

  /** What a challenge is good for, and for whom: neither can be changed for another. */
  private record Purpose(byte what, long whom, byte[] more) {
    static final Purpose SIGN_IN = new Purpose(0, 0);

    Purpose(int what, long whom) {
      this((byte) what, whom, new byte[0]);
    }

    static Purpose adding(MemberId member) {
      return new Purpose(1, member.value());
    }

    static Purpose proving(MemberId member) {
      return new Purpose(2, member.value());
    }

    static Purpose accepting(MemberId id, InvitationSecret invitation) {
      return new Purpose((byte) 3, id.value(), invitation.hash());
    }
  }

  /** For whoever comes to the door. */
  Challenge forSignIn() {
    return make(Purpose.SIGN_IN);
  }

  /** For this member to add a passkey; made only after a fresh factor, and so the proof of one. */
  Challenge forAdding(MemberId member) {
    return make(Purpose.adding(member));
  }

  /** For this member, who has signed in, to show that it is still they. */
  Challenge forProving(MemberId member) {
    return make(Purpose.proving(member));
  }

  /** For whoever was invited, to come in under this id. */
  Challenge forAccepting(MemberId id, InvitationSecret invitation) {
    return make(Purpose.accepting(id, invitation));
  }

  /** Takes back the one that was made for this id and this invitation. */
  Optional<Challenge> fromAccepting(Connection db, byte[] signed, MemberId id, InvitationSecret invitation)
      throws SQLException {
    return useUp(db, signed, Purpose.accepting(id, invitation));
  }

  /** Takes a challenge from the door back; within the transaction that decides about it. */
  Optional<Challenge> fromSignIn(Connection db, byte[] signed) throws SQLException {
    return useUp(db, signed, Purpose.SIGN_IN);
  }

  /** Takes back the one that this member got to add a passkey. */
  Optional<Challenge> fromAdding(Connection db, byte[] signed, MemberId member) throws SQLException {
    return useUp(db, signed, Purpose.adding(member));
  }

  /** Takes back the one that this member got to show that it is still they. */
  Optional<Challenge> fromProving(Connection db, byte[] signed, MemberId member) throws SQLException {
    return useUp(db, signed, Purpose.proving(member));
  }

  private Challenge make(Purpose purpose) {
    Instant expires = Instant.ofEpochSecond(clock.instant().plus(LIFE).getEpochSecond());
    byte[] nonce = new byte[Challenge.NONCE];
    random.nextBytes(nonce);
    return new Challenge(expires, nonce, proof(purpose, expires, nonce));
  }

  private Optional<Challenge> useUp(Connection db, byte[] signed, Purpose purpose) throws SQLException {
    if (!Challenge.fits(signed)) {
      return Optional.empty();
    }
    Challenge challenge = Challenge.of(signed);
    Instant now = clock.instant();
    // before the proof, so that nobody makes us look for the key of another day
    if (!challenge.expires().isAfter(now) || challenge.expires().isAfter(now.plus(LIFE))) {
      return Optional.empty();
    }
    byte[] proof = proof(purpose, challenge.expires(), challenge.nonce());
    if (!MessageDigest.isEqual(proof, challenge.mac())) {
      return Optional.empty();
    }
    try (PreparedStatement forget = db.prepareStatement(FORGET);
        PreparedStatement useUp = db.prepareStatement(USE_UP)) {
      forget.setObject(1, utc(now));
      forget.executeUpdate();
      useUp.setBytes(1, challenge.nonce());
      useUp.setObject(2, utc(challenge.expires()));
      return useUp.executeUpdate() == 1 ? Optional.of(challenge) : Optional.empty();
    }
  }

  /** Under the key of the day on which it expires: that key is there, today and tomorrow, whenever this is asked. */
  private byte[] proof(Purpose purpose, Instant expires, byte[] nonce) {
    byte[] numbers =
        ByteBuffer.allocate(17)
            .put(purpose.what())
            .putLong(purpose.whom())
            .putLong(expires.getEpochSecond())
            .array();
    return keys.gateKey(LocalDate.ofInstant(expires, ZoneOffset.UTC)).mac(PURPOSE, numbers, nonce, purpose.more());
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
