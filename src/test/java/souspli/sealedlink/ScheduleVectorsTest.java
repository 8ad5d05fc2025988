package souspli.sealedlink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static souspli.sealedlink.Vectors.hex;
import static souspli.sealedlink.Vectors.iv;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Key checks, key schedule, seals and refusals of the vectors. */
class ScheduleVectorsTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  static Stream<JsonObject> keys() {
    return Vectors.each("keys");
  }

  static Stream<JsonObject> links() {
    return Vectors.each("vectors");
  }

  static Stream<JsonObject> refusals() {
    return Vectors.each("must_refuse");
  }

  static Stream<JsonObject> refusalsAfterOpening() {
    return Vectors.each("must_refuse_after_opening");
  }

  @ParameterizedTest
  @MethodSource("keys")
  void aKeyIsKnownByItsCheck(JsonObject key) {
    Secret.Check check = DayKey.of(hex(key, "key_hex")).check(key.getString("name"));
    assertEquals(key.getString("key_check_hex"), check.toString());
    assertEquals(new Secret.Check(hex(key, "key_check_hex")), check);
  }

  @ParameterizedTest
  @MethodSource("links")
  void theScheduleIsDerived(JsonObject link) {
    Token token = Token.parse(link.getString("token_text")).orElseThrow();
    assertArrayEquals(hex(link, "token_hex"), token.bytes());
    assertEquals(link.getString("token_text"), token.text());
    assertEquals(link.getString("token_text_printed"), token.printed());
    assertArrayEquals(hex(link, "link_id_hex"), token.linkId().bytes());
    assertArrayEquals(hex(link, "log_key_hex"), token.logKey().stored());

    DateOfBirth born = DateOfBirth.of(link.getString("date_of_birth"));
    Pepper.Key pepper = Pepper.Key.of(hex(Vectors.key(link.getString("pepper")), "key_hex"));
    byte[] ikm = Arrays.copyOf(token.bytes(), 26);
    System.arraycopy(born.iso().getBytes(StandardCharsets.US_ASCII), 0, ikm, 16, 10);
    assertArrayEquals(hex(link, "unlock_prk_hex"), pepper.extract(new Pepper.Ikm(ikm)).bytes());

    Unlock unlock = unlock(link);
    assertArrayEquals(hex(link, "wrapping_key_hex"), unlock.wrappingKey());
    assertArrayEquals(hex(link, "verifier_hex"), unlock.verifier().stored());
    assertTrue(unlock.matches(Unlock.Verifier.of(hex(link, "verifier_hex"))));
    byte[] another = hex(link, "verifier_hex");
    another[31] ^= 1;
    assertFalse(unlock.matches(Unlock.Verifier.of(another)));
  }

  @ParameterizedTest
  @MethodSource("links")
  void theSealsAreTheSame(JsonObject link) throws Exception {
    Sealing sealing = sealing(link);
    byte[] dek = hex(link, "dek_hex");
    byte[] day = hex(Vectors.key(link.getString("day_key")), "key_hex");
    byte[] traits = link.getString("traits_json").getBytes(StandardCharsets.UTF_8);

    assertArrayEquals(hex(link, "holder_aad_hex"), sealing.aad("holder", 0));
    assertArrayEquals(hex(link, "custody_aad_hex"), sealing.aad("custody", 0));
    assertArrayEquals(hex(link, "traits_aad_hex"), sealing.aad("traits", 0));
    assertSeal(hex(link, "holder_wrap_hex"), hex(link, "wrapping_key_hex"), sealing.aad("holder", 0), dek);
    assertSeal(hex(link, "custody_wrap_hex"), day, sealing.aad("custody", 0), dek);
    assertSeal(hex(link, "sealed_traits_hex"), day, sealing.aad("traits", 0), Sealed.pad(traits, 1024));

    Dek opened = sealing.openHolderWrap(unlock(link), new Sealed(hex(link, "holder_wrap_hex")));
    assertArrayEquals(dek, opened.bytes());
    DayKey dayKey = DayKey.of(day);
    assertArrayEquals(dek, sealing.openCustodyWrap(dayKey, new Sealed(hex(link, "custody_wrap_hex"))).bytes());
    assertArrayEquals(traits, sealing.openTraits(dayKey, new Sealed(hex(link, "sealed_traits_hex"))));
    for (JsonObject result : link.getJsonArray("results").getValuesAs(JsonObject.class)) {
      int revision = result.getInt("revision");
      byte[] record = result.getString("record_json").getBytes(StandardCharsets.UTF_8);
      byte[] padded = Sealed.pad(record, 512);
      assertEquals(result.getString("padded_sha256_hex"), sha256(padded));
      assertArrayEquals(hex(result, "aad_hex"), sealing.aad("result", revision));
      assertSeal(hex(result, "sealed_hex"), dek, sealing.aad("result", revision), padded);
      assertArrayEquals(record, sealing.openResult(opened, revision, new Sealed(hex(result, "sealed_hex"))));
    }
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatWasTamperedWithDoesNotOpen(JsonObject refusal) {
    Sealed sealed = new Sealed(hex(refusal, "sealed_hex"));
    byte[] key = hex(refusal, "key_hex");
    byte[] aad = hex(refusal, "aad_hex");
    assertThrows(BrokenSeal.class, () -> sealed.open(key, aad), refusal.getString("why"));
  }

  @ParameterizedTest
  @MethodSource("refusalsAfterOpening")
  void whatIsBadlyPaddedIsRefused(JsonObject refusal) {
    JsonObject link = links().findFirst().orElseThrow();
    assertArrayEquals(hex(refusal, "aad_hex"), sealing(link).aad("result", 3));
    Sealed sealed = new Sealed(hex(refusal, "sealed_hex"));
    sealed.open(hex(refusal, "key_hex"), hex(refusal, "aad_hex"));
    Dek dek = Dek.unwrapped(hex(refusal, "key_hex"));
    assertThrows(
        BrokenSeal.class, () -> sealing(link).openResult(dek, 3, sealed), refusal.getString("why"));
  }

  private static void assertSeal(byte[] sealed, byte[] key, byte[] aad, byte[] content) {
    assertArrayEquals(sealed, Sealed.sealWithIv(key, aad, content, iv(sealed)).bytes());
  }

  private static Sealing sealing(JsonObject link) {
    PharmacyId pharmacy = new PharmacyId(Long.parseUnsignedLong(link.getString("pharmacy_id")));
    return new Sealing(new LinkId(hex(link, "link_id_hex")), pharmacy, RANDOM);
  }

  private static Unlock unlock(JsonObject link) {
    String name = link.getString("pepper");
    Pepper.Key pepper = Pepper.Key.of(hex(Vectors.key(name), "key_hex"));
    return Token.parse(link.getString("token_text"))
        .orElseThrow()
        .unlock(
            DateOfBirth.of(link.getString("date_of_birth")),
            (month, ikm) -> {
              assertEquals(name, "pepper-" + month);
              return pepper.extract(ikm);
            },
            YearMonth.parse(name.substring("pepper-".length())));
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
