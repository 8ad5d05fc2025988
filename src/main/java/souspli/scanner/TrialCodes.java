package souspli.scanner;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import java.util.Map;
import souspli.slip.Code128;

/**
 * Two codes to try a scanner on: a stub of no slip, and the label of a box that expired long ago, so that the counter
 * takes neither for a real one. In the label the lot stands before the expiry: a scanner that loses the separator shows
 * it.
 */
final class TrialCodes {
  static final String STUB = "SP1234567897";

  /** The letters that two layouts of keyboards have at different places. */
  static final String LOT = "AQ-ZW-M1";

  static final String GTIN = "02000000000008";
  static final String EXPIRY = "991231";
  static final String LABEL = "01" + GTIN + "10" + LOT + BoxLabel.SEPARATOR + "17" + EXPIRY;

  private static final int QUIET_ZONE = 2;

  private TrialCodes() {}

  static String stubSvg() {
    return Code128.of(STUB).svg();
  }

  /** A GS1 DataMatrix (ISO/IEC 16022), 1 mm a module. */
  static String labelSvg() {
    BitMatrix modules =
        new DataMatrixWriter()
            .encode(
                LABEL,
                BarcodeFormat.DATA_MATRIX,
                1,
                1,
                Map.of(
                    EncodeHintType.DATA_MATRIX_COMPACT, true,
                    EncodeHintType.GS1_FORMAT, true,
                    EncodeHintType.DATA_MATRIX_SHAPE, SymbolShapeHint.FORCE_SQUARE));
    int side = modules.getWidth() + 2 * QUIET_ZONE;
    StringBuilder svg =
        new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"trial-label\" aria-hidden=\"true\"")
            .append(" width=\"" + side + "mm\" height=\"" + side + "mm\" viewBox=\"0 0 " + side + " " + side + "\">")
            .append("<rect width=\"" + side + "\" height=\"" + side + "\" fill=\"#fff\"/>")
            .append("<path shape-rendering=\"crispEdges\" fill=\"#000\" d=\"");
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y)) {
          svg.append("M" + (x + QUIET_ZONE) + " " + (y + QUIET_ZONE) + "h1v1h-1z");
        }
      }
    }
    return svg.append("\"/></svg>").toString();
  }
}
