package souspli.look;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one brand of a deployment, from {@code webapp-themes/brands}: a name, a mark and colours. A brand that could not
 * be read by everybody, or that would fetch something, is refused; see the README there.
 *
 * @param colours custom properties, light and dark
 * @param mark one small SVG
 */
record Brand(String name, String colours, String mark) {
  private static final int LARGEST_MARK = 1024;
  private static final double TEXT = 4.5;
  private static final double RESULT = 7;
  private static final double CONTROL = 3;
  private static final Pattern COLOUR = Pattern.compile("--([a-z-]+)\\s*:\\s*#([0-9a-fA-F]{6})\\s*;");
  private static final List<String> ON_PAPER = List.of("ink", "quiet", "accent", "ochre", "red");

  Brand {
    if (colours.contains("url(") || colours.contains("@import") || colours.contains("</")) {
      throw refused("its colours would fetch something");
    }
    if (mark.length() > LARGEST_MARK || !mark.startsWith("<svg ") || !mark.endsWith("</svg>")
        || mark.contains("href") || mark.contains("<script") || mark.contains("style")) {
      throw refused("its mark is no plain SVG of at most " + LARGEST_MARK + " bytes");
    }
    if (name.isBlank()) {
      throw refused("it has no name");
    }
    String[] wishes = colours.split("@media", 2);
    checkContrast(wishes[0]);
    if (wishes.length == 2) {
      checkContrast(wishes[1]);
      int head = mixed(rgb(wishes[1], "accent"), rgb(wishes[1], "paper"), 0.25);
      check("--ink on the head of staff pages by night", rgb(wishes[1], "ink"), head, TEXT);
    }
  }

  static Brand of(String folder) {
    String home = "brands/" + folder + '/';
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(Squeezed.file(home + "brand.properties")));
    } catch (IOException e) {
      throw new IllegalStateException("a string can be read", e);
    }
    return new Brand(
        properties.getProperty("name", ""),
        Squeezed.file(home + "brand.css"),
        Squeezed.file(home + "logo.svg").strip());
  }

  private static void checkContrast(String colours) {
    for (String text : ON_PAPER) {
      check(colours, text, "paper", TEXT);
      check(colours, text, "sheet", TEXT);
    }
    check(colours, "ink", "sheet", RESULT);
    check(colours, "on-accent", "accent", TEXT);
    check(colours, "ink", "ochre-wash", TEXT);
    check(colours, "edge", "sheet", CONTROL);
    check(colours, "edge", "paper", CONTROL);
    for (String washed : List.of("accent", "red")) { // as the staff's theme mixes them
      int wash = mixed(rgb(colours, washed), rgb(colours, "sheet"), 0.09);
      check("--ink on the wash of --" + washed, rgb(colours, "ink"), wash, TEXT);
      check("--" + washed + " on its own wash", rgb(colours, washed), wash, TEXT);
    }
  }

  private static void check(String colours, String one, String other, double least) {
    check("--" + one + " on --" + other, rgb(colours, one), rgb(colours, other), least);
  }

  private static void check(String what, int one, int other, double least) {
    double contrast = contrast(luminance(one), luminance(other));
    if (contrast < least) {
      throw refused("contrast of %s is %.2f, below %.1f".formatted(what, contrast, least));
    }
  }

  /** What {@code color-mix(in srgb, one share, other)} makes of them. */
  private static int mixed(int one, int other, double share) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      mixed |= (int) Math.round((one >> shift & 255) * share + (other >> shift & 255) * (1 - share)) << shift;
    }
    return mixed;
  }

  /** WCAG 2.2, contrast ratio. */
  private static double contrast(double one, double other) {
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  /** WCAG 2.2, relative luminance. */
  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
  }

  private static int rgb(String colours, String name) {
    Matcher colour = COLOUR.matcher(colours);
    while (colour.find()) {
      if (colour.group(1).equals(name)) {
        return Integer.parseInt(colour.group(2), 16);
      }
    }
    throw refused("--" + name + " is missing or not of the form #rrggbb");
  }

  /** By day: paper is light. */
  int accent() {
    return rgb(colours, "accent");
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static IllegalStateException refused(String why) {
    return new IllegalStateException("the brand is refused: " + why);
  }
}
