package souspli.registry;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import souspli.result.Analyte;
import souspli.result.Finding;
import souspli.result.Sex;
import souspli.result.TestKind;

/** The code systems of a message, and every code of them that we use: the one table to compare with a registry's. */
final class Codes {
  /** Ours; an OID made of a random UUID, so that it is nobody else's (ITU-T X.667). */
  static final String OURS = "urn:oid:2.25.166698239397692175627569620869718737415";

  static final String FINESS = "https://finess.esante.gouv.fr";
  static final String RPPS = "https://rpps.esante.gouv.fr";
  static final String NIR = "urn:oid:1.2.250.1.213.1.4.8";
  static final String NIR_FOR_TESTS = "urn:oid:1.2.250.1.213.1.4.10";
  static final String TEST_KIT = "http://hl7.eu/fhir/laboratory/StructureDefinition/observation-deviceLabTestKit";

  /** Found once: the static ways look for it anew, in every library there is, with each call. */
  static final JsonProvider JSON = JsonProvider.provider();

  private static final String LOINC = "http://loinc.org";
  private static final String SNOMED = "http://snomed.info/sct";

  private Codes() {}

  static JsonObject report() {
    return concept(LOINC, "11502-2", "Laboratory report");
  }

  static JsonObject laboratory() {
    return concept("http://terminology.hl7.org/CodeSystem/observation-category", "laboratory", "Laboratory");
  }

  static JsonObject laboratorySection() {
    return concept("http://terminology.hl7.org/CodeSystem/v2-0074", "LAB", "Laboratory");
  }

  static JsonObject looksFor(Analyte analyte) {
    return concept(
        LOINC,
        analyte.loinc(),
        switch (analyte) {
          case SARS_COV_2 -> "SARS-CoV-2 (COVID-19) Ag [Presence] in Upper respiratory specimen by Rapid immunoassay";
          case INFLUENZA_A -> "Influenza virus A Ag [Presence] in Upper respiratory specimen by Rapid immunoassay";
          case INFLUENZA_B -> "Influenza virus B Ag [Presence] in Upper respiratory specimen by Rapid immunoassay";
          case STREP_A -> "Streptococcus pyogenes Ag [Presence] in Throat by Rapid immunoassay";
        });
  }

  static JsonObject finding(Finding finding) {
    return switch (finding) {
      case FOUND -> concept(SNOMED, "260373001", "Detected");
      case NOT_FOUND -> concept(SNOMED, "260415000", "Not detected");
    };
  }

  /** Why a test that did not work has no finding. */
  static JsonObject didNotWork() {
    return concept("http://terminology.hl7.org/CodeSystem/data-absent-reason", "error", "Error");
  }

  static JsonObject takenFrom(TestKind kind) {
    return switch (kind) {
      case COVID, FLU, TRIPLEX -> concept(SNOMED, "258500001", "Nasopharyngeal swab");
      case STREP_A -> concept(SNOMED, "258529004", "Throat swab");
    };
  }

  static String gender(Sex sex) {
    return switch (sex) {
      case FEMALE -> "female";
      case MALE -> "male";
      case UNKNOWN -> "unknown";
    };
  }

  private static JsonObject concept(String system, String code, String display) {
    return JSON.createObjectBuilder()
        .add(
            "coding",
            JSON.createArrayBuilder()
                .add(JSON.createObjectBuilder().add("system", system).add("code", code).add("display", display)))
        .build();
  }
}
