package souspli.result;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import souspli.sealedlink.DateOfBirth;

/**
 * Who was tested, as the registry needs it. Each text is within its limit. Sealed while in custody, never indexed,
 * never printed.
 */
public record Traits(
    String birthName,
    String givenNames,
    Optional<String> usedName,
    Sex sex,
    DateOfBirth dateOfBirth,
    Optional<Nir> nir,
    Optional<String> telephone,
    Optional<String> email,
    Optional<String> postalCode) {

  public Traits {
    Field.BIRTH_NAME.checked(birthName);
    Field.GIVEN_NAMES.checked(givenNames);
    usedName.ifPresent(Field.USED_NAME::checked);
    telephone.ifPresent(Field.TELEPHONE::checked);
    email.ifPresent(Field.EMAIL::checked);
    postalCode.ifPresent(Field.POSTAL_CODE::checked);
  }

  /** A form as it was filled in: what may be left out is empty, the date of birth is {@code YYYY-MM-DD}. */
  public record Typed(
      String birthName,
      String givenNames,
      String usedName,
      String sex,
      String dateOfBirth,
      String nir,
      String telephone,
      String email,
      String postalCode) {

    /** {@code today} is {@link DateOfBirth#latest}. */
    public Checked<Traits> check(LocalDate today) {
      List<FieldFault> faults = new ArrayList<>();
      BiFunction<Field, String, String> text =
          (field, typed) -> {
            String bare = typed.strip();
            field.fault(bare).ifPresent(faults::add);
            return bare;
          };
      String birth = text.apply(Field.BIRTH_NAME, birthName);
      String given = text.apply(Field.GIVEN_NAMES, givenNames);
      String used = text.apply(Field.USED_NAME, usedName);
      Optional<Sex> known = Sex.parse(text.apply(Field.SEX, sex));
      Optional<DateOfBirth> born = DateOfBirth.parse(dateOfBirth.strip(), today);
      if (born.isEmpty()) {
        faults.add(new FieldFault(Field.DATE_OF_BIRTH, dateFault(dateOfBirth.strip())));
      }
      Optional<Nir> number = Nir.parse(nir);
      if (number.isEmpty() && !nir.isBlank()) {
        faults.add(new FieldFault(Field.NIR, FieldFault.Kind.MALFORMED));
      }
      String phone = text.apply(Field.TELEPHONE, telephone);
      String mail = text.apply(Field.EMAIL, email);
      String post = text.apply(Field.POSTAL_CODE, postalCode.toUpperCase(Locale.ROOT));
      if (!faults.isEmpty()) {
        return new Checked.Faulty<>(faults);
      }
      return new Checked.Good<>(
          new Traits(
              birth,
              given,
              given(used),
              known.orElseThrow(),
              born.orElseThrow(),
              number,
              given(phone),
              given(mail),
              given(post)));
    }

    private static FieldFault.Kind dateFault(String typed) {
      if (typed.isEmpty()) {
        return FieldFault.Kind.MISSING;
      }
      boolean date = DateOfBirth.parse(typed, LocalDate.MAX).isPresent();
      return date ? FieldFault.Kind.IN_THE_FUTURE : FieldFault.Kind.MALFORMED;
    }

    private static Optional<String> given(String text) {
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    @Override
    public String toString() {
      return "Typed[hidden]";
    }
  }

  /** The same person under the right date of birth. */
  public Traits withDateOfBirth(DateOfBirth right) {
    return new Traits(birthName, givenNames, usedName, sex, right, nir, telephone, email, postalCode);
  }

  void write(JsonObjectBuilder json) {
    json.add("family", birthName).add("given", givenNames);
    usedName.ifPresent(text -> json.add("used", text));
    json.add("sex", sex.code()).add("born", dateOfBirth.iso());
    nir.ifPresent(number -> json.add("nir", number.text()));
    telephone.ifPresent(text -> json.add("phone", text));
    email.ifPresent(text -> json.add("email", text));
    postalCode.ifPresent(text -> json.add("post", text));
  }

  static Traits read(JsonObject json) {
    return new Traits(
        json.getString("family"),
        json.getString("given"),
        Optional.ofNullable(json.getString("used", null)),
        Sex.parse(json.getString("sex")).orElseThrow(),
        DateOfBirth.of(json.getString("born")),
        Optional.ofNullable(json.getString("nir", null)).map(Nir::new),
        Optional.ofNullable(json.getString("phone", null)),
        Optional.ofNullable(json.getString("email", null)),
        Optional.ofNullable(json.getString("post", null)));
  }

  @Override
  public String toString() {
    return "Traits[hidden]";
  }
}
