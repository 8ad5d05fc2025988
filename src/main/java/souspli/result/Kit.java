package souspli.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The box that a test was taken from: its name and lot, within their limits. */
public record Kit(String name, String lot) {
  public Kit {
    Field.KIT.checked(name);
    Field.LOT.checked(lot);
  }

  public static Checked<Kit> check(String name, String lot) {
    String bareName = name.strip();
    String bareLot = lot.strip();
    List<FieldFault> faults =
        Stream.of(Field.KIT.fault(bareName), Field.LOT.fault(bareLot)).flatMap(Optional::stream).toList();
    return faults.isEmpty() ? new Checked.Good<>(new Kit(bareName, bareLot)) : new Checked.Faulty<>(faults);
  }
}
