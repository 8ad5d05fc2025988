package souspli.slip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.net.URI;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import souspli.sealedlink.Token;

class QrCodeTest {
  private static final Token TOKEN = Token.parse("000G-40R4-0M30-E209-185G-R38E-1W64").orElseThrow();

  @Test
  void holdsTheAddressInUpperCaseAndTheTokenBehindTheHash() throws Exception {
    QrCode code = QrCode.of(URI.create("https://resultats.souspli.example"), TOKEN);
    assertEquals("HTTPS://RESULTATS.SOUSPLI.EXAMPLE/#000G40R40M30E209185GR38E1W64", read(code).getText());
  }

  @Test
  void holdsThePortOfADemo() throws Exception {
    QrCode code = QrCode.of(URI.create("http://localhost:8080"), TOKEN);
    assertEquals("HTTP://LOCALHOST:8080/#000G40R40M30E209185GR38E1W64", read(code).getText());
    assertEquals(4, code.version());
    assertEquals("Q", code.level());
  }

  @Test
  void isVersion4LevelQUpToAHostOf24Characters() throws Exception {
    QrCode code = QrCode.of(URI.create("https://" + host(24)), TOKEN);
    assertEquals(4, code.version());
    assertEquals("Q", code.level());
    assertEquals("Q", read(code).getResultMetadata().get(ResultMetadataType.ERROR_CORRECTION_LEVEL));
    assertEquals(ErrorCorrectionLevel.Q, QrCode.levelFor(URI.create("https://" + host(24))));
  }

  @Test
  void fallsToLevelMForALongerHost() throws Exception {
    for (int length : new int[] {25, 47}) {
      QrCode code = QrCode.of(URI.create("https://" + host(length)), TOKEN);
      assertEquals(4, code.version());
      assertEquals("M", code.level());
      assertEquals("M", read(code).getResultMetadata().get(ResultMetadataType.ERROR_CORRECTION_LEVEL));
      assertEquals(ErrorCorrectionLevel.M, QrCode.levelFor(URI.create("https://" + host(length))));
    }
  }

  @Test
  void refusesAHostThatFitsAtNoLevel() {
    URI address = URI.create("https://" + host(48));
    assertThrows(IllegalArgumentException.class, () -> QrCode.levelFor(address));
  }

  @Test
  void everyTokenIsReadAndGetsTheSameVersionAndLevel() throws Exception {
    SecureRandom chance = new SecureRandom();
    for (int i = 0; i < 300; i++) {
      Token token = Token.fresh(chance);
      QrCode code = QrCode.of(URI.create("https://" + host(24)), token);
      assertEquals(4, code.version());
      assertEquals("Q", code.level());
      assertTrue(read(code).getText().endsWith("/#" + token.text()));
    }
  }

  @Test
  void measures33ModulesOfOneMillimetreAndFourOfMargin() {
    String svg = QrCode.of(URI.create("http://localhost:8080"), TOKEN).svg(false);
    assertTrue(svg.contains("width=\"41.0mm\" height=\"41.0mm\" viewBox=\"0 0 41 41\""), svg);
    assertEquals(1, svg.split("<path ", -1).length - 1);
    assertFalse(svg.contains("style="), "the content security policy allows no style attribute");
  }

  @Test
  void saysSpecimenOnEachSideOfItsMargin() {
    QrCode code = QrCode.of(URI.create("http://localhost:8080"), TOKEN);
    assertEquals(8, code.svg(true).split("SPÉCIMEN", -1).length - 1);
    assertFalse(code.svg(false).contains("SPÉCIMEN"));
  }

  @Test
  void doesNotPrintItself() {
    assertFalse(QrCode.of(URI.create("http://localhost:8080"), TOKEN).toString().contains("000G"));
  }

  private static String host(int length) {
    return "h".repeat(length - 8) + ".example";
  }

  private static Result read(QrCode code) throws Exception {
    return new QRCodeReader().decode(Raster.seen(Raster.of(code.svg(false), 8)));
  }
}
