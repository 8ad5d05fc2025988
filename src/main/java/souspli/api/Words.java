package souspli.api;

import java.util.Locale;

/** How closed choices are written in bodies. */
final class Words {
  private Words() {}

  static String of(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
