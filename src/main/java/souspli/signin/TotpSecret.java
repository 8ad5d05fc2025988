package souspli.signin;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import souspli.sealedlink.Sealed;
import souspli.sealedlink.Secret;
import souspli.sealedlink.StaffKey;
import souspli.staff.MemberId;

/**
 * The secret behind somebody's six digits: 20 random bytes, TOTP as in RFC 6238 with SHA-1, 30 seconds and six digits,
 * which is what every authenticator understands.
 */
public final class TotpSecret extends Secret {

  static final int LENGTH = 20;

  private static final int SECONDS = 30;
  private static final int DIGITS = 6;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private TotpSecret(byte[] bytes) {
    super(bytes, LENGTH);
  }

  static TotpSecret fresh(SecureRandom random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new TotpSecret(bytes);
  }

  static TotpSecret of(byte[] stored) {
    return new TotpSecret(stored);
  }

  /**
   * The step whose digits these are: the present one, the one before or the one after, and later than {@code last}, so
   * that digits serve once. All three are always computed and compared.
   */
  OptionalLong step(String digits, Instant now, long last) {
    long present = Math.floorDiv(now.getEpochSecond(), SECONDS);
    byte[] typed = digits.getBytes(StandardCharsets.UTF_8);
    long found = -1;
    for (long step = present - 1; step <= present + 1; step++) {
      boolean same = MessageDigest.isEqual(digits(step).getBytes(StandardCharsets.US_ASCII), typed);
      found = same && step > last && found < 0 ? step : found;
    }
    return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
  }

  /** What an authenticator shows at this time. For the demo, which has to stand in for one. */
  public String digitsAt(Instant now) {
    return digits(Math.floorDiv(now.getEpochSecond(), SECONDS));
  }

  /** Base32 (RFC 4648) without padding: 32 symbols, for typing. */
  public String text() {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte b : bytes()) {
      buffer = buffer << 8 | b & 0xff;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt(buffer >> bits & 31));
      }
    }
    return text.toString();
  }

  /** What an authenticator reads from a QR code (Google's Key Uri Format). */
  String uri(String issuer, String account) {
    String name = URLEncoder.encode(issuer, StandardCharsets.UTF_8).replace("+", "%20");
    String who = URLEncoder.encode(account, StandardCharsets.UTF_8).replace("+", "%20");
    return "otpauth://totp/" + name + ":" + who + "?secret=" + text() + "&issuer=" + name;
  }

  /** As it is stored: for one member alone. */
  Sealed seal(StaffKey key, MemberId member, SecureRandom random) {
    return key.seal(member.value(), bytes(), random);
  }

  /** Throws {@link souspli.sealedlink.BrokenSeal} for what was not sealed for this member. */
  static TotpSecret open(StaffKey key, MemberId member, Sealed sealed) {
    return new TotpSecret(key.open(member.value(), sealed));
  }

  private String digits(long step) {
    try {
      return new HmacOneTimePasswordGenerator(DIGITS)
          .generateOneTimePasswordString(new SecretKeySpec(bytes(), "HmacSHA1"), step, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("any 20 bytes are a key of HMAC", e);
    }
  }
}
