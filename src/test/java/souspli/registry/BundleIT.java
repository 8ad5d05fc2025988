package souspli.registry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import souspli.registry.Report.Status;
import souspli.result.Dossier;
import souspli.result.Kit;
import souspli.result.Outcome;
import souspli.result.Sample;
import souspli.result.TestKind;
import souspli.result.TestResult;
import souspli.sealedlink.ReportId;

/** What is sent, judged by a validator that nobody here wrote, and by what must not stand in it. */
class BundleIT {
  private static FhirValidator validator;

  @BeforeAll
  static void validator() {
    FhirContext fhir = FhirContext.forR4();
    ValidationSupportChain support =
        new ValidationSupportChain(
            new DefaultProfileValidationSupport(fhir),
            new CommonCodeSystemsTerminologyService(fhir),
            new InMemoryTerminologyServerValidationSupport(fhir));
    validator = fhir.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void everyStatusIsValid(Status status) {
    assertEquals(List.of(), faults(AReport.of(status, TestKind.TRIPLEX, AReport.somebody())));
  }

  @ParameterizedTest
  @EnumSource(TestKind.class)
  void everyTestIsValid(TestKind kind) {
    assertEquals(List.of(), faults(AReport.of(Status.FINAL, kind, AReport.somebody())));
  }

  @Test
  void theLeastIdentityIsValid() {
    assertEquals(List.of(), faults(AReport.of(Status.FINAL, TestKind.COVID, AReport.hardlyAnything())));
  }

  @Test
  void aTestThatDidNotWorkIsValid() {
    Report report = AReport.of(Status.FINAL, TestKind.FLU, AReport.somebody(), Outcome.invalid());
    assertEquals(List.of(), faults(report));
    assertFalse(Bundle.of(report, false).toString().contains("valueCodeableConcept"));
  }

  @Test
  void aProfessionalWithANumberAndAKitWithOneAreValid() {
    Sample sample = new Sample(TestKind.FLU, new Kit("03401234567890", "L42"), AReport.TAKEN);
    assertTrue(sample.kit().gtin().isPresent());
    Report report =
        new Report(
            AReport.ID,
            Status.FINAL,
            new Dossier(AReport.somebody(), sample),
            TestResult.of(sample, Outcome.invalid(), Optional.empty(), AReport.PHARMACY),
            AReport.FINESS,
            Optional.of("10001234567"));
    assertEquals(List.of(), faults(report));
    assertTrue(Bundle.of(report, false).toString().contains("Practitioner"));
  }

  @Test
  void aValidatorThatSeesNothingWouldBeNoTest() {
    String broken =
        Bundle.of(AReport.of(Status.FINAL, TestKind.COVID, AReport.somebody()), false)
            .toString()
            .replace("\"final\"", "\"finished\"");
    assertFalse(faults(broken).isEmpty());
  }

  @Test
  void theSameReportGivesTheSameBytes() {
    Report report = AReport.of(Status.CORRECTED, TestKind.TRIPLEX, AReport.somebody());
    assertArrayEquals(Bundle.bytes(Bundle.of(report, true)), Bundle.bytes(Bundle.of(report, true)));
  }

  @Test
  void noTraitStandsInAConditionOfAMatch() {
    Report report = AReport.of(Status.FINAL, TestKind.TRIPLEX, AReport.somebody());
    String conditions =
        String.join(" ", each(report, entry -> entry.getJsonObject("request").toString()).toList())
            + String.join(" ", each(report, entry -> entry.getString("fullUrl")).toList());
    Stream.of("252032A004", "1952", "XEMPLE", "Ma", "0639", "06 39", "2A004", "Usuelle")
        .forEach(trait -> assertFalse(conditions.contains(trait), trait));
    assertTrue(conditions.contains(Bundle.pseudonym(AReport.ID)));
  }

  @Test
  void thePseudonymIsTheReportsAlone() {
    assertEquals(32, Bundle.pseudonym(AReport.ID).length());
    ReportId another = new ReportId(new byte[16]);
    assertFalse(Bundle.pseudonym(AReport.ID).equals(Bundle.pseudonym(another)));
  }

  @Test
  void whatWasTakenBackKeepsItsValues() {
    String text = Bundle.of(AReport.of(Status.ENTERED_IN_ERROR, TestKind.COVID, AReport.somebody()), false).toString();
    assertTrue(text.contains("entered-in-error") && text.contains("260373001"));
    assertFalse(text.contains("\"final\""));
  }

  @Test
  void aCorrectionReplacesTheValueUnderTheSameIdentifiers() {
    Report first = AReport.of(Status.FINAL, TestKind.COVID, AReport.somebody());
    Report second = AReport.of(Status.CORRECTED, TestKind.COVID, AReport.somebody());
    Function<JsonObject, String> request = entry -> entry.getJsonObject("request").toString();
    assertEquals(each(first, request).toList(), each(second, request).toList());
    assertTrue(Bundle.of(second, false).toString().contains("260415000"));
  }

  private static Stream<String> each(Report report, Function<JsonObject, String> part) {
    return Bundle.of(report, true).getJsonArray("entry").stream().map(JsonValue::asJsonObject).map(part);
  }

  private static List<String> faults(Report report) {
    return faults(Bundle.of(report, false).toString());
  }

  private static List<String> faults(String bundle) {
    return validator.validateWithResult(bundle).getMessages().stream()
        .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .map(message -> message.getLocationString() + ": " + message.getMessage())
        .toList();
  }
}
