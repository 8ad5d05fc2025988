package souspli.registry;

import static souspli.registry.Codes.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import souspli.result.Analyte;
import souspli.result.Kit;
import souspli.result.Outcome;
import souspli.result.Sample;
import souspli.result.TestResult;
import souspli.result.Traits;
import souspli.sealedlink.ReportId;

/**
 * One FHIR R4 transaction for one revision of a report. Everything in it is found again by an identifier that comes
 * from the report alone, so sending it twice, or after its answer was lost, changes nothing: the registry holds one
 * report.
 *
 * <p>The same report gives the same bytes. No trait, and no number of a person, stands in an identifier or in a
 * condition of a match: servers repeat those in logs and errors.
 */
final class Bundle {
  private final Report report;
  private final boolean production;
  private final String name;
  private final List<JsonObject> entries = new ArrayList<>();

  private Bundle(Report report, boolean production) {
    this.report = report;
    this.production = production;
    this.name = report.id().hex();
  }

  /**
   * @param production whether a social security number is one of a real person
   */
  static JsonObject of(Report report, boolean production) {
    return new Bundle(report, production).build();
  }

  static byte[] bytes(JsonObject bundle) {
    return bundle.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Identifies a person to nobody: one-way from the report id, which is random. */
  static String pseudonym(ReportId report) {
    return hash("patient", report.hex());
  }

  private JsonObject build() {
    Sample sample = report.dossier().sample();
    ZoneId zone = report.result().issuer().zone();
    String taken = time(sample.takenAt(), zone);
    String patient = put("Patient", pseudonym(report.id()), patient(report.dossier().traits()));
    String pharmacy = create("Organization", Codes.FINESS, report.finess(), pharmacy());
    Optional<String> who = report.rpps().map(number -> create("Practitioner", Codes.RPPS, number, professional()));
    Kit kit = sample.kit();
    String box = kit.name() + '\n' + kit.lot() + kit.gtin().map(gtin -> '\n' + gtin.digits()).orElse("");
    String device = create("Device", Codes.OURS, hash("kit", box), device(kit));
    String specimen =
        create(
            "Specimen",
            Codes.OURS,
            hash("specimen", name),
            JSON.createObjectBuilder()
                .add("type", Codes.takenFrom(sample.kind()))
                .add("subject", reference(patient))
                .add("collection", JSON.createObjectBuilder().add("collectedDateTime", taken)));

    JsonArrayBuilder performers = JSON.createArrayBuilder().add(reference(pharmacy));
    who.ifPresent(professional -> performers.add(reference(professional)));
    var performer = performers.build();
    JsonArrayBuilder observations = JSON.createArrayBuilder();
    for (Analyte analyte : sample.kind().analytes()) {
      JsonObjectBuilder observation =
          JSON.createObjectBuilder()
              .add("extension", JSON.createArrayBuilder().add(
                  JSON.createObjectBuilder().add("url", Codes.TEST_KIT).add("valueReference", reference(device))))
              .add("status", report.status().code())
              .add("category", JSON.createArrayBuilder().add(Codes.laboratory()))
              .add("code", Codes.looksFor(analyte))
              .add("subject", reference(patient))
              .add("effectiveDateTime", taken)
              .add("performer", performer)
              .add("specimen", reference(specimen));
      value(observation, analyte);
      observations.add(reference(put("Observation", name + '/' + analyte.loinc(), observation)));
    }
    JsonObjectBuilder whole =
        JSON.createObjectBuilder()
            .add("status", report.status().code())
            .add("category", JSON.createArrayBuilder().add(Codes.laboratorySection()))
            .add("code", Codes.report())
            .add("subject", reference(patient))
            .add("effectiveDateTime", taken)
            .add("performer", performer)
            .add("specimen", JSON.createArrayBuilder().add(reference(specimen)))
            .add("result", observations);
    report.result().correction().map(TestResult.Correction::at).ifPresent(at -> whole.add("issued", time(at, zone)));
    put("DiagnosticReport", name, whole);
    return JSON.createObjectBuilder()
        .add("resourceType", "Bundle")
        .add("type", "transaction")
        .add("entry", JSON.createArrayBuilder(entries))
        .build();
  }

  private void value(JsonObjectBuilder observation, Analyte analyte) {
    switch (report.result().outcome()) {
      case Outcome.Valid valid -> observation.add("valueCodeableConcept", Codes.finding(valid.findings().get(analyte)));
      case Outcome.Invalid _ -> observation.add("dataAbsentReason", Codes.didNotWork());
    }
  }

  private JsonObjectBuilder patient(Traits traits) {
    JsonArrayBuilder identifiers = JSON.createArrayBuilder();
    traits.nir().ifPresent(
        number -> identifiers.add(
            coded(production ? Codes.NIR : Codes.NIR_FOR_TESTS, number.text()).add("use", "official")));
    JsonArrayBuilder names =
        JSON.createArrayBuilder()
            .add(humanName("official", traits.birthName())
                .add("given", JSON.createArrayBuilder().add(traits.givenNames())));
    traits.usedName().ifPresent(used -> names.add(humanName("usual", used)));
    JsonArrayBuilder contacts = JSON.createArrayBuilder();
    traits.telephone().ifPresent(number -> contacts.add(coded("phone", number)));
    traits.email().ifPresent(address -> contacts.add(coded("email", address)));
    JsonObjectBuilder patient =
        JSON.createObjectBuilder()
            .add("identifier", identifiers)
            .add("name", names)
            .add("gender", Codes.gender(traits.sex()))
            .add("birthDate", traits.dateOfBirth().iso().replace("-00", ""));
    if (traits.telephone().isPresent() || traits.email().isPresent()) {
      patient.add("telecom", contacts);
    }
    traits.postalCode().ifPresent(
        code -> patient.add(
            "address", JSON.createArrayBuilder().add(JSON.createObjectBuilder().add("postalCode", code))));
    return patient;
  }

  private JsonObjectBuilder pharmacy() {
    return JSON.createObjectBuilder()
        .add("name", report.result().issuer().pharmacy())
        .add("telecom", JSON.createArrayBuilder().add(coded("phone", report.result().issuer().telephone())));
  }

  private JsonObjectBuilder professional() {
    return JSON.createObjectBuilder()
        .add("name", JSON.createArrayBuilder().add(
            JSON.createObjectBuilder().add("text", report.result().issuer().professional())));
  }

  private static JsonObjectBuilder device(Kit kit) {
    JsonObjectBuilder device =
        JSON.createObjectBuilder()
            .add("lotNumber", kit.lot())
            .add("deviceName", JSON.createArrayBuilder().add(
                JSON.createObjectBuilder().add("name", kit.name()).add("type", "user-friendly-name")));
    kit.gtin().ifPresent(gtin -> device.add("udiCarrier", JSON.createArrayBuilder().add(
        JSON.createObjectBuilder()
            .add("deviceIdentifier", gtin.digits())
            .add("issuer", "http://hl7.org/fhir/NamingSystem/gs1")
            .add("carrierHRF", "(01)" + gtin.digits() + "(10)" + kit.lot()))));
    return device;
  }

  /** Made only where the registry has none of this identifier. */
  private String create(String type, String system, String value, JsonObjectBuilder resource) {
    return entry(
        type,
        system,
        value,
        resource,
        JSON.createObjectBuilder()
            .add("method", "POST")
            .add("url", type)
            .add("ifNoneExist", "identifier=" + system + '|' + value));
  }

  /** Made, or put in the place of the one with this identifier. */
  private String put(String type, String value, JsonObjectBuilder resource) {
    return entry(
        type,
        Codes.OURS,
        value,
        resource,
        JSON.createObjectBuilder()
            .add("method", "PUT")
            .add("url", type + "?identifier=" + Codes.OURS + '|' + value));
  }

  private String entry(
      String type, String system, String value, JsonObjectBuilder resource, JsonObjectBuilder request) {
    JsonObject rest = resource.build();
    JsonArrayBuilder identifiers = JSON.createArrayBuilder().add(coded(system, value));
    if (rest.containsKey("identifier")) {
      rest.getJsonArray("identifier").forEach(identifiers::add);
    }
    JsonObject whole =
        JSON.createObjectBuilder(rest).add("identifier", identifiers).add("resourceType", type).build();
    String address = "urn:uuid:" + UUID.nameUUIDFromBytes((type + name + value).getBytes(StandardCharsets.UTF_8));
    entries.add(
        JSON.createObjectBuilder().add("fullUrl", address).add("resource", whole).add("request", request).build());
    return address;
  }

  /** An identifier or a contact: both are a value in some system. */
  private static JsonObjectBuilder coded(String system, String value) {
    return JSON.createObjectBuilder().add("system", system).add("value", value);
  }

  private static JsonObjectBuilder humanName(String use, String family) {
    return JSON.createObjectBuilder().add("use", use).add("family", family);
  }

  private static JsonObjectBuilder reference(String address) {
    return JSON.createObjectBuilder().add("reference", address);
  }

  private static String time(Instant at, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone).withSecond(0));
  }

  private static String hash(String what, String value) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha.digest(("souspli/registry/" + what + '\n' + value).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
