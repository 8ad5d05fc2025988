package souspli.registry;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import souspli.registry.Report.Status;
import souspli.result.Analyte;
import souspli.result.Dossier;
import souspli.result.Finding;
import souspli.result.Issuer;
import souspli.result.Kit;
import souspli.result.Nir;
import souspli.result.Outcome;
import souspli.result.Sample;
import souspli.result.Sex;
import souspli.result.TestKind;
import souspli.result.TestResult;
import souspli.result.TestResult.CorrectionReason;
import souspli.result.Traits;
import souspli.sealedlink.DateOfBirth;
import souspli.sealedlink.ReportId;

/** Invented people and their results, for the tests of this room. */
final class AReport {
  static final Instant TAKEN = Instant.parse("2026-11-24T09:12:00Z");
  static final String FINESS = "990000002";
  static final ReportId ID = new ReportId("sixteen byte id.".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  static final Issuer PHARMACY =
      new Issuer("Pharmacie de l’Exemple", "01 99 00 12 34", ZoneId.of("Europe/Paris"), "Zoé Inventée");

  private AReport() {}

  static Traits somebody() {
    return new Traits(
        "D’ÉXEMPLE-TRÈSRARE",
        "Maëlle, Anne",
        Optional.of("Usuelle-Unique"),
        Sex.FEMALE,
        DateOfBirth.of("1952-03-27"),
        Nir.parse("2 52 03 2A 004 321 35"),
        Optional.of("06 39 98 76 54"),
        Optional.of("maelle@exemple.test"),
        Optional.of("2A004"));
  }

  static Traits hardlyAnything() {
    return new Traits(
        "X",
        "Y",
        Optional.empty(),
        Sex.UNKNOWN,
        DateOfBirth.of("1985-00-00"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Sample sample(TestKind kind) {
    return new Sample(kind, new Kit("Triplex 3000", "L42"), TAKEN);
  }

  static Outcome outcome(TestKind kind, Finding finding) {
    Map<Analyte, Finding> findings = new EnumMap<>(Analyte.class);
    kind.analytes().forEach(analyte -> findings.put(analyte, finding));
    return Outcome.of(findings);
  }

  static Report of(Status status, TestKind kind, Traits traits) {
    return of(status, kind, traits, outcome(kind, Finding.FOUND));
  }

  static Report of(Status status, TestKind kind, Traits traits, Outcome outcome) {
    Sample sample = sample(kind);
    TestResult first = TestResult.of(sample, outcome, Optional.empty(), PHARMACY);
    TestResult result =
        status == Status.CORRECTED
            ? first.corrected(
                outcome(kind, Finding.NOT_FOUND), CorrectionReason.READ_WRONG, TAKEN.plusSeconds(3_000), PHARMACY)
            : first;
    return new Report(ID, status, new Dossier(traits, sample), result, FINESS, Optional.empty());
  }
}
