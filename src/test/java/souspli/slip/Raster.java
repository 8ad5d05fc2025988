package souspli.slip;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws the one path of a slip's SVG as a printer would, so that a reader that knows nothing of us can read it. */
final class Raster {
  private static final Pattern BOX = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
  private static final Pattern PATH = Pattern.compile(" d=\"([^\"]*)\"");
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v(\\d+)h-(\\d+)z");

  private Raster() {}

  static BufferedImage of(String svg, int dots) {
    Matcher box = found(BOX, svg);
    int width = Integer.parseInt(box.group(1)) * dots;
    int height = Integer.parseInt(box.group(2)) * dots;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D paper = image.createGraphics();
    paper.setColor(Color.WHITE);
    paper.fillRect(0, 0, width, height);
    paper.setColor(Color.BLACK);
    Matcher run = RUN.matcher(found(PATH, svg).group(1));
    while (run.find()) {
      paper.fillRect(number(run, 1) * dots, number(run, 2) * dots, number(run, 3) * dots, number(run, 4) * dots);
    }
    paper.dispose();
    return image;
  }

  static BinaryBitmap seen(BufferedImage image) {
    LuminanceSource source = new BufferedImageLuminanceSource(image);
    return new BinaryBitmap(new HybridBinarizer(source));
  }

  private static Matcher found(Pattern pattern, String svg) {
    Matcher matcher = pattern.matcher(svg);
    if (!matcher.find()) {
      throw new AssertionError("no " + pattern + " in the SVG");
    }
    return matcher;
  }

  private static int number(Matcher run, int group) {
    return Integer.parseInt(run.group(group));
  }
}
