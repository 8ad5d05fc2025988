package souspli.attacks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Many secrets in many encodings, looked for at once in one pass: by their first eight bytes, then whole. Shorter ones
 * would be found by chance and are left out.
 */
final class Needles {
  private final Map<Long, List<Needle>> byStart = new HashMap<>();
  private final boolean[] starts = new boolean[1 << 16];

  private record Needle(String encoding, byte[] bytes) {}

  /** Adds a secret raw, in hex and base64, and hashed as a careless index would hold it. */
  void add(String secret) {
    byte[] raw = secret.getBytes(StandardCharsets.UTF_8);
    // digits alone may stand in a slip number by chance; their hashes may not stand anywhere
    if (!secret.chars().allMatch(Character::isDigit)) {
      put("raw", raw);
      put("lower case", secret.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
      put("UTF-16", secret.getBytes(StandardCharsets.UTF_16LE));
    }
    putEncoded("text", raw);
    for (String algorithm : List.of("MD5", "SHA-1", "SHA-256", "SHA-512")) {
      byte[] digest = digest(algorithm, raw);
      put(algorithm, digest);
      putEncoded(algorithm, digest);
    }
  }

  /** The encodings of secrets that stand in the bytes; empty where there are none. */
  TreeSet<String> in(byte[] bytes) {
    TreeSet<String> found = new TreeSet<>();
    long window = 0;
    for (int end = 0; end < bytes.length; end++) {
      window = window << 8 | bytes[end] & 0xff;
      if (end >= 7 && starts[(int) (window & 0xffff)]) {
        for (Needle needle : byStart.getOrDefault(window, List.of())) {
          int from = end - 7;
          int to = from + needle.bytes.length;
          if (to <= bytes.length && Arrays.equals(bytes, from, to, needle.bytes, 0, needle.bytes.length)) {
            found.add(needle.encoding);
          }
        }
      }
    }
    return found;
  }

  private void putEncoded(String what, byte[] bytes) {
    String hex = HexFormat.of().formatHex(bytes);
    put(what + " in hex", hex.getBytes(StandardCharsets.US_ASCII));
    put(what + " in HEX", hex.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    put(what + " in base64", base64.getBytes(StandardCharsets.US_ASCII));
  }

  private void put(String encoding, byte[] bytes) {
    if (bytes.length < Long.BYTES) {
      return;
    }
    long start = 0;
    for (int at = 0; at < Long.BYTES; at++) {
      start = start << 8 | bytes[at] & 0xff;
    }
    starts[(int) (start & 0xffff)] = true;
    byStart.computeIfAbsent(start, key -> new ArrayList<>()).add(new Needle(encoding, bytes));
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
