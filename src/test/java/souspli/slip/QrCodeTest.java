package souspli.slip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.detector.Detector;
import java.net.URI;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import souspli.sealedlink.Token;

class QrCodeTest {
  private static final Token TOKEN = Token.parse("000G-40R4-0M30-E209-185G-R38E-1W64").orElseThrow();

  /** Modules a side. */
  private static final int BLOT = 10;

  /** Modules of a corner mark with the light line around it. */
  private static final int MARK = 8;

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
    assertEquals("Q", read(code).getResultMetadata().get(ResultMetadataType.ERROR_CORRECTION_LEVEL));
  }

  @Test
  void growsWithTheHost() throws Exception {
    assertEquals(QrCode.Size.USUAL, QrCode.sizeFor(URI.create("https://" + host(24))));
    assertEquals(QrCode.Size.LARGE, QrCode.sizeFor(URI.create("https://" + host(25))));
    assertEquals(4, QrCode.of(URI.create("https://" + host(24)), TOKEN).version());
    assertEquals(5, QrCode.of(URI.create("https://" + host(44)), TOKEN).version());
  }

  /** Every place of a blot that leaves the corner marks alone, over the small mark in the fourth corner too. */
  @Test
  void bearsABlotOfTenByTenModulesAnywhere() throws Exception {
    for (int length : new int[] {24, 44}) {
      URI address = URI.create("https://" + host(length));
      String content = read(QrCode.of(address, TOKEN)).getText();
      BitMatrix clean = modules(QrCode.of(address, TOKEN));
      int last = clean.getWidth() - BLOT;
      for (int row = 0; row <= last; row++) {
        for (int column = 0; column <= last; column++) {
          boolean left = column < MARK;
          boolean right = column > last - MARK;
          boolean onMark = row < MARK && (left || right) || row > last - MARK && left;
          for (boolean dark : onMark ? new boolean[0] : new boolean[] {true, false}) {
            String text = new Decoder().decode(stained(clean, column, row, dark)).getText();
            assertEquals(content, text, "a host of " + length + ", a blot at " + column + ", " + row);
          }
        }
      }
    }
  }

  private static BitMatrix modules(QrCode code) throws Exception {
    return new Detector(Raster.seen(Raster.of(code.svg(false), 8)).getBlackMatrix()).detect().getBits();
  }

  private static BitMatrix stained(BitMatrix clean, int column, int row, boolean dark) {
    BitMatrix stained = clean.clone();
    for (int y = row; y < row + BLOT; y++) {
      for (int x = column; x < column + BLOT; x++) {
        if (dark != stained.get(x, y)) {
          stained.flip(x, y);
        }
      }
    }
    return stained;
  }

  @Test
  void refusesAHostThatFitsInNoSize() {
    URI address = URI.create("https://" + host(45));
    assertThrows(IllegalArgumentException.class, () -> QrCode.sizeFor(address));
  }

  @Test
  void everyTokenIsReadAndGetsTheSameVersion() throws Exception {
    SecureRandom chance = new SecureRandom();
    for (int i = 0; i < 300; i++) {
      Token token = Token.fresh(chance);
      QrCode code = QrCode.of(URI.create("https://" + host(24)), token);
      assertEquals(4, code.version());
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
