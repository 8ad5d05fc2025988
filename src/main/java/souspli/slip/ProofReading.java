package souspli.slip;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.encoder.QRCode;
import java.util.Arrays;
import java.util.List;

/** Reads a code as a camera would, before anybody is sent home with it: clean, and with a blot of ink or of nothing. */
final class ProofReading {
  private static final int WHITE = 0xffffff;
  private static final int BLACK = 0;

  /** Dots a module at which each code is read. */
  private static final List<Integer> DOTS = List.of(3, 4, 5, 8);

  /** Dots a module at which it is read with a blot, which takes one as well as the other. */
  private static final int STAINED_DOTS = 5;

  /** Modules a side. */
  private static final int BLOT = 10;

  private final QRCode code;
  private final String content;
  private final int modules;

  ProofReading(QRCode code, String content) {
    this.code = code;
    this.content = content;
    this.modules = code.getMatrix().getWidth();
  }

  /** Whether a reader that is told nothing finds exactly this content at every size. */
  boolean isReadClean() {
    return DOTS.stream().allMatch(dots -> isRead(drawn(dots), dots));
  }

  /** Whether it does so with a blot in the middle, and with one on each side. */
  boolean isReadStained() {
    int middle = (modules - BLOT) / 2;
    int end = modules - BLOT;
    int[][] places = {{middle, middle}, {middle, 0}, {0, middle}, {end, middle}, {middle, end}};
    return Arrays.stream(places)
        .allMatch(place -> isReadStained(place[0], place[1], WHITE) && isReadStained(place[0], place[1], BLACK));
  }

  private boolean isReadStained(int column, int row, int paint) {
    int[] pixels = drawn(STAINED_DOTS);
    int left = (column + QrCode.QUIET_ZONE) * STAINED_DOTS;
    for (int y = 0; y < BLOT * STAINED_DOTS; y++) {
      int start = ((row + QrCode.QUIET_ZONE) * STAINED_DOTS + y) * side(STAINED_DOTS) + left;
      Arrays.fill(pixels, start, start + BLOT * STAINED_DOTS, paint);
    }
    return isRead(pixels, STAINED_DOTS);
  }

  private int side(int dots) {
    return (modules + 2 * QrCode.QUIET_ZONE) * dots;
  }

  private int[] drawn(int dots) {
    int side = side(dots);
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, WHITE);
    for (int y = 0; y < modules * dots; y++) {
      for (int x = 0; x < modules * dots; x++) {
        if (code.getMatrix().get(x / dots, y / dots) == 1) {
          pixels[(y + QrCode.QUIET_ZONE * dots) * side + x + QrCode.QUIET_ZONE * dots] = BLACK;
        }
      }
    }
    return pixels;
  }

  private boolean isRead(int[] pixels, int dots) {
    RGBLuminanceSource picture = new RGBLuminanceSource(side(dots), side(dots), pixels);
    try {
      return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(picture))).getText().equals(content);
    } catch (ReaderException e) {
      return false; // a code that cannot be found is what is asked here
    }
  }
}
