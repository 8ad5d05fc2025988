package souspli.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The box that a test was taken from: its name and lot, within their limits.
 *
 * @param gtin the number that its bar code says, where it was scanned
 */
public record Kit(String name, String lot, Optional<Gtin> gtin) {
  public Kit {
    Field.KIT.checked(name);
    Field.LOT.checked(lot);
    gtin = gtin.or(() -> Gtin.parse(name)); // software may know a box by nothing else
  }

  public Kit(String name, String lot) {
    this(name, lot, Optional.empty());
  }

  public static Checked<Kit> check(String name, String lot) {
    return check(name, lot, Optional.empty());
  }

  public static Checked<Kit> check(String name, String lot, Optional<Gtin> gtin) {
    String bareName = name.strip();
    String bareLot = lot.strip();
    List<FieldFault> faults =
        Stream.of(Field.KIT.fault(bareName), Field.LOT.fault(bareLot)).flatMap(Optional::stream).toList();
    return faults.isEmpty() ? new Checked.Good<>(new Kit(bareName, bareLot, gtin)) : new Checked.Faulty<>(faults);
  }

  /** The number under which GS1 knows a box: 14 digits, the last of which checks the others. */
  public record Gtin(String digits) {
    public Gtin {
      if (!isOne(digits)) {
        throw new IllegalArgumentException("not a GTIN");
      }
    }

    public static Optional<Gtin> parse(String text) {
      return isOne(text) ? Optional.of(new Gtin(text)) : Optional.empty();
    }

    private static boolean isOne(String text) {
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
}
