package souspli.api;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import souspli.issuing.NewSlip;
import souspli.result.Checked;
import souspli.result.Field;
import souspli.result.FieldFault;
import souspli.result.Kit;
import souspli.result.TestKind;
import souspli.result.Traits;

/** Reads what is needed for a new slip: {@code patient}, {@code test} and {@code kit}. */
final class SlipBody {
  private SlipBody() {}

  /** All faults at once, or a slip; {@code latest} is the last day on which anybody can have been born. */
  static NewSlip read(Fields fields, NewSlip.Draft draft, LocalDate latest) {
    Traits.Typed typed =
        new Traits.Typed(
            fields.take(name(Field.BIRTH_NAME)),
            fields.take(name(Field.GIVEN_NAMES)),
            fields.take(name(Field.USED_NAME)),
            fields.take(name(Field.SEX)),
            fields.take(name(Field.DATE_OF_BIRTH)),
            fields.take(name(Field.NIR)),
            fields.take(name(Field.TELEPHONE)),
            fields.take(name(Field.EMAIL)),
            fields.take(name(Field.POSTAL_CODE)));
    Optional<Traits> traits = good(fields, typed.check(latest));
    Optional<TestKind> kind = kind(fields);
    Optional<Kit> kit = good(fields, Kit.check(fields.take(name(Field.KIT)), fields.take(name(Field.LOT))));
    fields.check();
    return new NewSlip(draft, traits.orElseThrow(), kind.orElseThrow(), kit.orElseThrow());
  }

  private static Optional<TestKind> kind(Fields fields) {
    String field = name(Field.TEST_KIND);
    String code = fields.take(field);
    Optional<TestKind> kind = TestKind.parse(code);
    if (code.isEmpty()) {
      fields.wrong(Fault.missing(field));
    } else if (kind.isEmpty()) {
      String codes = Arrays.stream(TestKind.values()).map(TestKind::code).collect(Collectors.joining(", "));
      fields.wrong(Fault.malformed(field, "one of " + codes));
    }
    return kind;
  }

  private static <T> Optional<T> good(Fields fields, Checked<T> checked) {
    return switch (checked) {
      case Checked.Good<T>(T value) -> Optional.of(value);
      case Checked.Faulty<T>(List<FieldFault> faults) -> {
        faults.forEach(fault -> fields.wrong(fault(fault)));
        yield Optional.empty();
      }
    };
  }

  private static Fault fault(FieldFault fault) {
    String field = name(fault.field());
    return switch (fault.kind()) {
      case MISSING -> Fault.missing(field);
      case TOO_LONG -> new Fault(field, "too-long", "at most " + fault.limit() + " bytes of UTF-8");
      case MALFORMED -> Fault.malformed(field, "not as documented");
      case IN_THE_FUTURE -> new Fault(field, "in-the-future", "this day has not come yet");
    };
  }

  /** As in the body. */
  static String name(Field field) {
    return switch (field) {
      case BIRTH_NAME -> "patient.birthName";
      case GIVEN_NAMES -> "patient.givenNames";
      case USED_NAME -> "patient.usedName";
      case SEX -> "patient.sex";
      case DATE_OF_BIRTH -> "patient.birthDate";
      case NIR -> "patient.nir";
      case TELEPHONE -> "patient.telephone";
      case EMAIL -> "patient.email";
      case POSTAL_CODE -> "patient.postalCode";
      case TEST_KIND -> "test";
      case KIT -> "kit.name";
      case LOT -> "kit.lot";
      case PHARMACY, PHARMACY_TELEPHONE, PHARMACY_ZONE, PROFESSIONAL ->
          throw new IllegalStateException("not of a slip: " + field);
    };
  }
}
