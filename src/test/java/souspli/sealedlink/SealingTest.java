package souspli.sealedlink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SealingTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final PharmacyId PHARMACY = PharmacyId.fresh(RANDOM);
  private static final LinkId LINK = Token.fresh(RANDOM).linkId();
  private final Sealing sealing = new Sealing(LINK, PHARMACY, RANDOM);
  private final Dek dek = Dek.fresh(RANDOM);
  private final DayKey day = DayKey.fresh(RANDOM);

  @Test
  void noTwoSealsShareAnIv() {
    Set<ByteBuffer> ivs = new HashSet<>();
    int seals = 20_000;
    for (int i = 0; i < seals; i++) {
      ivs.add(ByteBuffer.wrap(Vectors.iv(sealing.result(dek, 1, new byte[] {1}).bytes())));
      ivs.add(ByteBuffer.wrap(Vectors.iv(sealing.custodyWrap(day, dek).bytes())));
    }
    assertEquals(2 * seals, ivs.size());
  }

  @Test
  void noIvCanBeSuppliedFromOutside() {
    for (Class<?> type : List.of(Sealed.class, Sealing.class, StaffKey.class)) {
      for (var method : type.getDeclaredMethods()) {
        assertTrue(!method.getName().contains("WithIv") || !Modifier.isPublic(method.getModifiers()));
      }
    }
  }

  @Test
  void everyContentHasOneLengthOnceSealed() {
    for (int length : new int[] {0, 1, 255, 256, 510}) {
      byte[] record = new byte[length];
      Sealed sealed = sealing.result(dek, 1, record);
      assertEquals(Sealing.RESULT_LENGTH, sealed.bytes().length);
      assertArrayEquals(record, sealing.openResult(dek, 1, sealed));
    }
    assertEquals(Sealing.TRAITS_LENGTH, sealing.traits(day, new byte[1022]).bytes().length);
    assertEquals(Sealing.WRAP_LENGTH, sealing.custodyWrap(day, dek).bytes().length);
  }

  @Test
  void nothingIsEverCut() {
    assertThrows(IllegalArgumentException.class, () -> sealing.result(dek, 1, new byte[511]));
    assertThrows(IllegalArgumentException.class, () -> sealing.traits(day, new byte[1023]));
  }

  @Test
  void revisionsCountFromOne() {
    assertThrows(IllegalArgumentException.class, () -> sealing.result(dek, 0, new byte[1]));
  }

  @Test
  void theSameResultTwiceGivesUnrelatedBytes() {
    byte[] record = new byte[100];
    byte[] one = sealing.result(dek, 1, record).bytes();
    byte[] two = sealing.result(dek, 1, record).bytes();
    assertTrue(!Arrays.equals(Arrays.copyOfRange(one, 12, 60), Arrays.copyOfRange(two, 12, 60)));
  }

  @Test
  void theHolderOpensWithTheRightDateOnly() {
    Token token = Token.fresh(RANDOM);
    Pepper.Key key = Pepper.Key.fresh(RANDOM);
    Pepper pepper = (_, ikm) -> key.extract(ikm);
    YearMonth month = YearMonth.of(2026, 11);
    Sealing own = new Sealing(token.linkId(), PHARMACY, RANDOM);
    Sealed wrap = own.holderWrap(token.unlock(DateOfBirth.of("1985-07-04"), pepper, month), dek);
    assertEquals(dek, own.openHolderWrap(token.unlock(DateOfBirth.of("1985-07-04"), pepper, month), wrap));
    Unlock wrong = token.unlock(DateOfBirth.of("1985-07-00"), pepper, month);
    assertThrows(BrokenSeal.class, () -> own.openHolderWrap(wrong, wrap));
  }

  @Test
  void aSecondFactorIsSealedForOneMember() {
    StaffKey staff = StaffKey.fresh(RANDOM);
    byte[] totp = new byte[20];
    RANDOM.nextBytes(totp);
    Sealed sealed = staff.seal(42, totp, RANDOM);
    assertEquals(StaffKey.SEALED_LENGTH, sealed.bytes().length);
    assertArrayEquals(totp, staff.open(42, sealed));
    assertThrows(BrokenSeal.class, () -> staff.open(43, sealed));
  }
}
