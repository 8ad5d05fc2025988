package souspli.slip;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.encoder.QRCode;
import java.util.Arrays;

/** Reads a code as a camera would, before anybody is sent home with it. */
final class ProofReading {
  private static final int WHITE = 0xffffff;

  private ProofReading() {}

  /** Whether a reader that is told nothing finds exactly this content, drawn at that many dots a module. */
  static boolean reads(QRCode code, int dots, String content) {
    int modules = code.getMatrix().getWidth();
    int side = (modules + 2 * QrCode.QUIET_ZONE) * dots;
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, WHITE);
    for (int y = 0; y < modules * dots; y++) {
      for (int x = 0; x < modules * dots; x++) {
        if (code.getMatrix().get(x / dots, y / dots) == 1) {
          pixels[(y + QrCode.QUIET_ZONE * dots) * side + x + QrCode.QUIET_ZONE * dots] = 0;
        }
      }
    }
    RGBLuminanceSource picture = new RGBLuminanceSource(side, side, pixels);
    try {
      return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(picture))).getText().equals(content);
    } catch (ReaderException e) {
      return false; // a code that cannot be found is what is asked here
    }
  }
}
