package souspli.passkeys;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;

/**
 * What an authenticator signs once: 8 bytes of expiry (seconds, big-endian), a nonce of 16 and an HMAC-SHA256 over both
 * and what it is for. It proves by itself that we made it, so nothing is kept until it comes back.
 */
record Challenge(Instant expires, byte[] nonce, byte[] mac) {
  static final int NONCE = 16;
  static final int MAC = 32;

  private static final int LENGTH = Long.BYTES + NONCE + MAC;

  Challenge {
    if (nonce.length != NONCE || mac.length != MAC) {
      throw new IllegalArgumentException("a challenge has a nonce of 16 bytes and 32 of proof");
    }
  }

  static boolean fits(byte[] bytes) {
    return bytes.length == LENGTH;
  }

  /** Reads what {@link #bytes} wrote, or something of that length: the proof is not looked at here. */
  static Challenge of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    // within what an Instant can hold, whatever was sent
    Instant expires = Instant.ofEpochSecond(Math.clamp(buffer.getLong(), 0, 1L << 34));
    byte[] nonce = new byte[NONCE];
    byte[] mac = new byte[MAC];
    buffer.get(nonce).get(mac);
    return new Challenge(expires, nonce, mac);
  }

  byte[] bytes() {
    return ByteBuffer.allocate(LENGTH).putLong(expires.getEpochSecond()).put(nonce).put(mac).array();
  }

  /** As base64url, for the page. */
  String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
  }
}
