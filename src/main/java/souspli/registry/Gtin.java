package souspli.registry;

/** The number under which GS1 knows a box: 14 digits, the last of which checks the others. */
final class Gtin {
  private Gtin() {}

  static boolean isOne(String text) {
    if (!text.matches("[0-9]{14}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 14; i++) {
      sum += (text.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
    }
    return sum % 10 == 0;
  }
}
