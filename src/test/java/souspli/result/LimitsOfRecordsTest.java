package souspli.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/** Whatever is entered within the limits of its fields fits the one sealed length, and comes back as it was. */
class LimitsOfRecordsTest {
  private static final Instant AT = Instant.parse("2026-11-24T09:10:00Z");
  private static final Kit KIT = 
      new Kit(full(Field.KIT), full(Field.LOT), Optional.of(new Kit.Gtin("03401234567890")));

  /** As many two-byte letters as fit, then a quotation mark, which JSON doubles. */
  private static String full(Field field) {
    int limit = field.limit();
    return "\"" + "é".repeat((limit - 2) / 2) + "x".repeat(limit % 2);
  }

  static Outcome all(TestKind kind, Finding finding) {
    Map<Analyte, Finding> findings = new EnumMap<>(Analyte.class);
    kind.analytes().forEach(analyte -> findings.put(analyte, finding));
    return Outcome.of(findings);
  }

  private static ZoneId longestZone() {
    String id = ZoneId.getAvailableZoneIds().stream().max(Comparator.comparingInt(String::length)).orElseThrow();
    assertTrue(id.length() <= Field.PHARMACY_ZONE.limit(), "every time zone fits");
    return ZoneId.of(id);
  }

  private static final Issuer ISSUER =
      new Issuer(full(Field.PHARMACY), "+33 (0)2 99 00 00 00", longestZone(), full(Field.PROFESSIONAL));

  @ParameterizedTest
  @EnumSource
  void theLongestResultOfEveryKindFits(TestKind kind) {
    for (TestResult.EarlyReason early : TestResult.EarlyReason.values()) {
      for (TestResult.CorrectionReason reason : TestResult.CorrectionReason.values()) {
        TestResult first =
            TestResult.of(new Sample(kind, KIT, AT), all(kind, Finding.NOT_FOUND), Optional.of(early), ISSUER);
        TestResult longest =
            first.corrected(all(kind, Finding.NOT_FOUND), reason, AT.plusSeconds(600), ISSUER);
        byte[] bytes = longest.bytes();
        assertTrue(bytes.length <= TestResult.LONGEST, kind + " takes " + bytes.length);
        assertEquals(longest, TestResult.of(bytes));
        assertEquals(first, TestResult.of(first.bytes()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLongestDossierOfEveryKindFits(TestKind kind) {
    Checked<Traits> traits =
        new Traits.Typed(
                full(Field.BIRTH_NAME),
                full(Field.GIVEN_NAMES),
                full(Field.USED_NAME),
                "F",
                "1985-07-00",
                "2850735238001 80",
                "+33 (0)6 00 00 00 00",
                "\"".repeat(100) + "x".repeat(50) + "@b",
                "35000 AB-1")
            .check(LocalDate.of(2026, 11, 24));
    Dossier longest = new Dossier(good(traits), new Sample(kind, KIT, AT));
    byte[] bytes = longest.bytes();
    assertTrue(bytes.length <= Dossier.LONGEST, kind + " takes " + bytes.length);
    assertEquals(longest, Dossier.of(bytes));
  }

  @ParameterizedTest
  @EnumSource
  void oneByteMoreIsRefusedAndTheFieldNamed(Field field) {
    String tooLong = "x".repeat(field.limit() + 1);
    assertEquals(Optional.of(new FieldFault(field, FieldFault.Kind.TOO_LONG)), field.fault(tooLong));
    String doubled = "\"".repeat(field.limit() / 2 + 1);
    assertEquals(FieldFault.Kind.TOO_LONG, field.fault(doubled).orElseThrow().kind());
    String control = "a\u0000";
    if (field.limit() > 1) {
      assertEquals(FieldFault.Kind.MALFORMED, field.fault(control).orElseThrow().kind());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\ud800", "a\nb", "a\u202eb", "a\u2028b", "a\ue000"})
  void whatWouldNotReadAsItIsWrittenIsRefused(String text) {
    assertEquals(FieldFault.Kind.MALFORMED, Field.BIRTH_NAME.fault(text).orElseThrow().kind());
  }

  @Test
  void everyFaultOfAFormIsNamedAtOnce() {
    Checked<Traits> typed =
        new Traits.Typed(" ", "Zoé", "", "X", "2026-11-25", "285073523800146", "abc", "nowhere", "é")
            .check(LocalDate.of(2026, 11, 24));
    List<FieldFault> faults = ((Checked.Faulty<Traits>) typed).faults();
    assertEquals(
        List.of(
            new FieldFault(Field.BIRTH_NAME, FieldFault.Kind.MISSING),
            new FieldFault(Field.SEX, FieldFault.Kind.MALFORMED),
            new FieldFault(Field.DATE_OF_BIRTH, FieldFault.Kind.IN_THE_FUTURE),
            new FieldFault(Field.NIR, FieldFault.Kind.MALFORMED),
            new FieldFault(Field.TELEPHONE, FieldFault.Kind.MALFORMED),
            new FieldFault(Field.EMAIL, FieldFault.Kind.MALFORMED),
            new FieldFault(Field.POSTAL_CODE, FieldFault.Kind.MALFORMED)),
        faults);
  }

  @Test
  void anOutcomeOfAnotherTestIsNoResult() {
    Sample sample = new Sample(TestKind.FLU, KIT, AT);
    Outcome other = all(TestKind.COVID, Finding.FOUND);
    assertThrows(
        IllegalArgumentException.class, () -> TestResult.of(sample, other, Optional.empty(), ISSUER));
  }

  @Test
  void whatIsNoneOfOursIsRefusedWithoutAWordOfIt() {
    byte[] other = "{\"v\":1,\"test\":\"flu\",\"family\":\"Dupont\"}".getBytes();
    for (Runnable read : List.<Runnable>of(() -> Dossier.of(other), () -> TestResult.of(other))) {
      IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, read::run);
      assertTrue(!refusal.getMessage().contains("Dupont") && refusal.getCause() == null);
    }
  }

  @Test
  void nothingOfAPersonPrints() {
    Dossier dossier =
        new Dossier(
            good(
                new Traits.Typed("Dupont", "Zoé", "", "F", "1985-07-04", "", "", "", "")
                    .check(LocalDate.of(2026, 11, 24))),
            new Sample(TestKind.COVID, KIT, AT));
    TestResult result =
        TestResult.of(dossier.sample(), all(TestKind.COVID, Finding.FOUND), Optional.empty(), ISSUER);
    String printed = "" + dossier + dossier.traits() + dossier.traits().dateOfBirth() + result + result.outcome();
    for (String secret : List.of("Dupont", "Zoé", "1985", "FOUND", "positive")) {
      assertTrue(!printed.contains(secret), printed);
    }
  }

  private static <T> T good(Checked<T> checked) {
    return switch (checked) {
      case Checked.Good<T>(T value) -> value;
      case Checked.Faulty<T>(List<FieldFault> faults) -> throw new AssertionError(faults);
    };
  }
}
