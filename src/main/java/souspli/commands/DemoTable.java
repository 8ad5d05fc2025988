package souspli.commands;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import souspli.mariadb.Account;
import souspli.mariadb.DatabaseAddress;

/** What {@code demo.json} says, for a person at a terminal. */
final class DemoTable {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private static final String INVITABLE =
      """
        To invite: the directory has RPPS 99000000021 to 23 at Pharmacie de la Gare, 24 and 25 at Pharmacie du Marché;
        any other number, and every administrator or pharmacy, waits until the second administrator agrees.
      """;

  private final JsonObject demo;

  private DemoTable(JsonObject demo) {
    this.demo = demo;
  }

  static DemoTable read(Path file) throws IOException {
    try (JsonReader reader = Json.createReader(Files.newInputStream(file))) {
      return new DemoTable(reader.readObject());
    }
  }

  /** Adds to what the portal described where all of it is this time. */
  static void complete(Path file, URI address, DatabaseAddress database, URI journal) throws IOException {
    JsonObject complete =
        Json.createObjectBuilder(read(file).demo)
            .add("baseUrl", address.toString().replaceAll("/$", ""))
            .add(
                "database",
                Json.createObjectBuilder()
                    .add("url", database.url())
                    .add("user", Account.READER.user())
                    .add("password", database.password(Account.READER)))
            .add("registry", Json.createObjectBuilder().add("journal", journal.toString()))
            .build();
    Path fresh =
        Files.createTempFile(
            file.getParent(),
            "demo-",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, complete.toString());
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  String baseUrl() {
    return demo.getString("baseUrl");
  }

  /** How to sign in, some slips, and one of them as a QR code. */
  String text() {
    StringBuilder text = new StringBuilder("\nStaff, at ").append(demo.getString("baseUrl")).append("/staff/\n");
    text.append(codes()).append(INVITABLE).append("\nSlips\n");
    for (JsonObject slip : demo.getJsonArray("slips").getValuesAs(JsonObject.class).stream().limit(7).toList()) {
      text.append(
          "  %-10s %-10s  born %s  %s  slip %s%n"
              .formatted(
                  slip.getString("state"),
                  slip.getString("outcome", ""),
                  slip.getString("dateOfBirth"),
                  groups(slip.getString("code")),
                  slip.getString("slipNumber")));
    }
    aReadySlip()
        .ifPresent(
            slip ->
                text.append("\nOne of them, born ")
                    .append(slip.getString("dateOfBirth"))
                    .append(":\n\n")
                    .append(qr(slip.getString("code")))
                    .append('\n'));
    return text.toString();
  }

  /** The people with their second factors of this moment. */
  String codes() {
    return demo.getJsonArray("staff").getValuesAs(JsonObject.class).stream()
        .map(
            member ->
                "  %-14s %-34s password %s  code %s  %s%n"
                    .formatted(
                        member.getString("role"),
                        member.getString("email"),
                        member.getString("password"),
                        code(member.getString("totpSecret"), InstantSource.system().instant()),
                        member.getString("pharmacy", "")))
        .collect(Collectors.joining());
  }

  private Optional<JsonObject> aReadySlip() {
    return demo.getJsonArray("slips").getValuesAs(JsonObject.class).stream()
        .filter(slip -> slip.getString("state").equals("ready"))
        .findFirst();
  }

  static String code(String secret, Instant now) {
    try {
      TimeBasedOneTimePasswordGenerator totp = new TimeBasedOneTimePasswordGenerator();
      return totp.generateOneTimePasswordString(new SecretKeySpec(base32(secret), totp.getAlgorithm()), now);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /** RFC 4648, without padding. */
  private static byte[] base32(String text) {
    BigInteger bits = BigInteger.ONE; // keeps leading zeros
    for (char symbol : text.toUpperCase(Locale.ROOT).toCharArray()) {
      bits = bits.shiftLeft(5).or(BigInteger.valueOf(BASE32.indexOf(symbol)));
    }
    byte[] whole = bits.shiftRight(text.length() * 5 % 8).toByteArray();
    byte[] bytes = new byte[text.length() * 5 / 8];
    System.arraycopy(whole, whole.length - bytes.length, bytes, 0, bytes.length);
    return bytes;
  }

  private static String groups(String code) {
    return code.replaceAll("(.{4})(?=.)", "$1 ");
  }

  /** Two modules a character; light modules are drawn, as terminals are mostly dark. */
  private String qr(String code) {
    BitMatrix matrix;
    try {
      matrix =
          new QRCodeWriter()
              .encode(
                  demo.getString("baseUrl").toUpperCase(Locale.ROOT) + "/#" + code,
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(EncodeHintType.MARGIN, 4, EncodeHintType.QR_COMPACT, true));
    } catch (WriterException e) {
      throw new IllegalStateException(e);
    }
    StringBuilder text = new StringBuilder();
    for (int y = 0; y < matrix.getHeight(); y += 2) {
      text.append("  ");
      for (int x = 0; x < matrix.getWidth(); x++) {
        boolean upper = !matrix.get(x, y);
        boolean lower = y + 1 < matrix.getHeight() && !matrix.get(x, y + 1);
        text.append(upper ? lower ? '█' : '▀' : lower ? '▄' : ' ');
      }
      text.append('\n');
    }
    return text.toString();
  }
}
