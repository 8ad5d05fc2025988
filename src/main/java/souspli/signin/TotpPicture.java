package souspli.signin;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** The QR code that an authenticator's camera reads, as one SVG element with its quiet zone, for a screen. */
final class TotpPicture {

  private static final int QUIET = 4;

  private TotpPicture() {}

  static String svg(String uri) {
    ByteMatrix matrix;
    try {
      matrix = Encoder.encode(uri, ErrorCorrectionLevel.M).getMatrix();
    } catch (WriterException e) {
      throw new IllegalStateException("too long for a QR code", e);
    }
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < matrix.getHeight(); y++) {
      for (int x = 0; x < matrix.getWidth(); x++) {
        if (matrix.get(x, y) == 1) {
          path.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
        }
      }
    }
    int side = matrix.getWidth() + 2 * QUIET;
    return ("<svg viewBox=\"0 0 %1$d %1$d\" width=\"240\" height=\"240\" shape-rendering=\"crispEdges\""
            + " aria-hidden=\"true\"><path fill=\"#fff\" d=\"M0 0h%1$dv%1$dh-%1$dz\"/>"
            + "<path fill=\"#000\" d=\"%2$s\"/></svg>")
        .formatted(side, path);
  }
}
