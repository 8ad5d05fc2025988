package souspli.slip;

import com.google.zxing.oned.Code128Writer;
import souspli.sealedlink.SlipNumber;

/**
 * The bar code of a slip's stub (ISO/IEC 15417): {@code SP} and the ten digits of the slip number, 123 modules. The
 * letters tell a scanned stub from anything else that the counter's scanner reads; nothing in it is secret.
 */
public final class Code128 {
  /** Width of one module as printed: three dots of a 203 dpi thermal head. */
  static final double MILLIMETRES_A_MODULE = 0.375;

  /** Light modules that the standard demands on the left and on the right. */
  static final int QUIET_ZONE = 10;

  private static final int HEIGHT = 12;

  private final boolean[] modules;

  private Code128(boolean[] modules) {
    this.modules = modules;
  }

  static Code128 of(SlipNumber number) {
    return of("SP" + number.digits());
  }

  /** Of anything that a stub is not, to try a scanner on. */
  public static Code128 of(String content) {
    return new Code128(new Code128Writer().encode(content));
  }

  /** One inline SVG, 53.6 mm by 12 mm with its quiet zones. */
  public String svg() {
    int width = modules.length + 2 * QUIET_ZONE;
    StringBuilder svg = new StringBuilder();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"slip-bar-code\" aria-hidden=\"true\" width=\"")
        .append(width * MILLIMETRES_A_MODULE + "mm\" height=\"" + HEIGHT + "mm\" viewBox=\"0 0 " + width + " " + HEIGHT)
        .append("\" preserveAspectRatio=\"none\"><rect width=\"" + width + "\" height=\"" + HEIGHT)
        .append("\" fill=\"#fff\"/><path shape-rendering=\"crispEdges\" fill=\"#000\" d=\"");
    int x = 0;
    while (x < modules.length) {
      int end = x;
      while (end < modules.length && modules[end]) {
        end++;
      }
      if (end > x) {
        svg.append("M" + (x + QUIET_ZONE) + " 0h" + (end - x) + "v" + HEIGHT + "h-" + (end - x) + "z");
      }
      x = end + 1;
    }
    return svg.append("\"/></svg>").toString();
  }
}
