package souspli.slip;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import souspli.sealedlink.Token;

/**
 * The QR code of one slip (ISO/IEC 18004): the portal's address and, after the {@code #} that no browser sends, the
 * token text, all in upper case so that the denser alphanumeric mode serves. As small as a blot of ten by ten modules
 * allows, see {@link Size}.
 *
 * <p>What it draws opens the link: it is shown once, in the answer to the issue, and kept nowhere. It has no {@code
 * toString} that tells it.
 */
public final class QrCode {
  /** Side of one module as printed: eight dots of a 203 dpi thermal head. */
  static final double MILLIMETRES_A_MODULE = 1.0;

  /** Light modules that the standard demands on each side. */
  static final int QUIET_ZONE = 4;

  private static final String SPECIMEN = "SPÉCIMEN · SPÉCIMEN";

  /**
   * What a code may look like, in the order of our wishes. Each bears a blot of ten by ten modules wherever it leaves
   * the corner marks alone: no such blot touches more codewords of a block than level Q corrects. Level M does not.
   */
  public enum Size {
    /** 33 × 33 modules, 41 mm: a host of up to 24 characters. */
    USUAL(4),
    /** 37 × 37 modules, 45 mm: a host of up to 44 characters. */
    LARGE(5);

    private final int version;

    Size(int version) {
      this.version = version;
    }
  }

  private final QRCode code;

  private QrCode(QRCode code) {
    this.code = code;
  }

  /**
   * Draws the code of a link.
   *
   * @throws IllegalArgumentException if the address is too long for every {@link Size}; {@link #sizeFor} tells it at
   *     the start
   */
  static QrCode of(URI baseUrl, Token token) {
    sizeFor(baseUrl);
    return new QrCode(readable(addressOf(baseUrl) + token.text()));
  }

  /**
   * The size at which every token fits behind this address, for a check at the start. The address alone decides, so all
   * slips of a portal have the same room for it; a token of letters is the longest there is.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Size sizeFor(URI baseUrl) {
    String longest = addressOf(baseUrl) + "Z".repeat(28);
    for (Size size : Size.values()) {
      // with QR_COMPACT the encoder heeds no wish for a version, so it is looked at afterwards
      if (encode(longest, -1).getVersion().getVersionNumber() <= size.version) {
        return size;
      }
    }
    throw new IllegalArgumentException("the host of the base URL is too long for the QR code: 44 characters at most");
  }

  /**
   * One token in a hundred makes a pattern that a common reader cannot find, and a few more make one that it does not
   * find under a blot; another mask makes another pattern.
   */
  private static QRCode readable(String content) {
    return masked(content, ProofReading::isReadStained)
        .or(() -> masked(content, proof -> true))
        .orElseThrow(() -> new IllegalStateException("no mask makes a readable QR code"));
  }

  private static Optional<QRCode> masked(String content, Predicate<ProofReading> alsoGood) {
    return IntStream.range(-1, QRCode.NUM_MASK_PATTERNS)
        .mapToObj(mask -> encode(content, mask))
        .filter(code -> new ProofReading(code, content).isReadClean())
        .filter(code -> alsoGood.test(new ProofReading(code, content)))
        .findFirst();
  }

  private static QRCode encode(String content, int mask) {
    try {
      return Encoder.encode(
          content,
          ErrorCorrectionLevel.Q,
          Map.of(EncodeHintType.QR_COMPACT, true, EncodeHintType.QR_MASK_PATTERN, mask));
    } catch (WriterException e) {
      throw new IllegalArgumentException("the address of the base URL cannot be written as a QR code", e);
    }
  }

  private static String addressOf(URI baseUrl) {
    String port = baseUrl.getPort() < 0 ? "" : ":" + baseUrl.getPort();
    return (baseUrl.getScheme() + "://" + baseUrl.getHost() + port + "/#").toUpperCase(Locale.ROOT);
  }

  /** Version of ISO/IEC 18004: 4 for every host of usual length. */
  public int version() {
    return code.getVersion().getVersionNumber();
  }

  /**
   * One inline SVG in millimetres, dark modules as runs of rows in one path, with its quiet zone. A specimen says so on
   * all four sides of that zone: whoever cuts the code out with its margin cuts out the word too.
   */
  public String svg(boolean specimen) {
    int modules = code.getMatrix().getWidth();
    int side = modules + 2 * QUIET_ZONE;
    double millimetres = side * MILLIMETRES_A_MODULE;
    StringBuilder svg = new StringBuilder();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"slip-qr-code\" aria-hidden=\"true\" width=\"")
        .append(millimetres + "mm\" height=\"" + millimetres + "mm\" viewBox=\"0 0 " + side + " " + side + "\">")
        .append("<rect width=\"" + side + "\" height=\"" + side + "\" fill=\"#fff\"/>")
        .append("<path shape-rendering=\"crispEdges\" fill=\"#000\" d=\"");
    for (int y = 0; y < modules; y++) {
      appendRow(svg, y, modules);
    }
    svg.append("\"/>");
    if (specimen) {
      appendSpecimen(svg, side);
    }
    return svg.append("</svg>").toString();
  }

  private void appendRow(StringBuilder svg, int y, int modules) {
    int x = 0;
    while (x < modules) {
      int end = x;
      while (end < modules && code.getMatrix().get(end, y) == 1) {
        end++;
      }
      if (end > x) {
        svg.append("M" + (x + QUIET_ZONE) + " " + (y + QUIET_ZONE) + "h" + (end - x) + "v1h-" + (end - x) + "z");
      }
      x = end + 1;
    }
  }

  private static void appendSpecimen(StringBuilder svg, int side) {
    svg.append("<g fill=\"#000\" font-family=\"sans-serif\" font-weight=\"700\" font-size=\"2.2\">");
    for (int turn = 0; turn < 360; turn += 90) {
      svg.append("<text transform=\"rotate(" + turn + " " + side / 2.0 + " " + side / 2.0 + ")\" x=\"4\" y=\"2.3\"")
          .append(" textLength=\"" + (side - 8) + "\">" + SPECIMEN + "</text>");
    }
    svg.append("</g>");
  }
}
