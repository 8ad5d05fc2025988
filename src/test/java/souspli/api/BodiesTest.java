package souspli.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import souspli.issuing.NewSlip;
import souspli.result.Analyte;
import souspli.result.Field;
import souspli.result.Finding;
import souspli.result.Outcome;
import souspli.result.TestKind;
import souspli.result.TestResult.CorrectionReason;
import souspli.result.TestResult.EarlyReason;

/** The bodies of calls, from the example that the documents show. */
class BodiesTest {
  private static final Path EXAMPLE = Path.of("src/docs/api-example.json");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

  @Test
  void theExampleOfASlipIsRead() throws IOException {
    NewSlip slip = slip(example("slip").toString());
    assertEquals("Garnier", slip.traits().birthName());
    assertEquals("1952-03-27", slip.traits().dateOfBirth().iso());
    assertEquals(Optional.of("Roux"), slip.traits().usedName());
    assertEquals(TestKind.TRIPLEX, slip.kind());
    assertEquals("D26-triplex", slip.kit().lot());
  }

  @Test
  void theExamplesOfResultsAreRead() throws IOException {
    ResultBody result = result(example("result").toString());
    ResultBody correction = result(example("correction").toString());
    assertEquals(
        Outcome.of(
            Map.of(
                Analyte.SARS_COV_2, Finding.NOT_FOUND,
                Analyte.INFLUENZA_A, Finding.FOUND,
                Analyte.INFLUENZA_B, Finding.NOT_FOUND)),
        result.outcome());
    assertEquals(Optional.of(EarlyReason.TAKEN_EARLIER), result.early());
    assertEquals(Optional.of(CorrectionReason.READ_WRONG), correction.reason());
    assertEquals(Outcome.invalid(), result("{\"outcomes\":\"invalid\",\"reason\":null}").outcome());
  }

  @Test
  void everyFaultOfASlipIsNamedAtOnce() {
    List<String> needed =
        List.of(
            "patient.birthName", "patient.givenNames", "patient.sex", "patient.birthDate",
            "test", "kit.name", "kit.lot");
    List<Fault> faults = assertThrows(Fault.Found.class, () -> slip("{}")).faults();
    assertEquals(needed.stream().sorted().toList(), faults.stream().map(Fault::field).sorted().toList());
    assertEquals(List.of("missing"), faults.stream().map(Fault::fault).distinct().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1952-03-27|1952-02-30|patient.birthDate|malformed",
        "1952-03-27|2026-12-24|patient.birthDate|in-the-future",
        "06 00 00 00 42|call me|patient.telephone|malformed",
        "\"F\"|\"W\"|patient.sex|malformed",
        "Léa Marie|LONG|patient.givenNames|too-long",
        "\"triplex\"|\"all\"|test|malformed",
        "\"D26-triplex\"|\"\"|kit.lot|missing",
        "\"usedName\"|\"maidenName\"|patient.maidenName|unknown",
      })
  void aFaultOfASlipIsNamedAndNotQuoted(String right, String wrong, String field, String fault) throws IOException {
    String body = example("slip").toString().replace(right, wrong.replace("LONG", "L".repeat(121)));
    Fault found = assertThrows(Fault.Found.class, () -> slip(body)).faults().getFirst();
    assertEquals(List.of(field, fault), List.of(found.field(), found.fault()));
    assertEquals(false, found.detail().contains(wrong.replace("\"", "")) && !wrong.equals("\"\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|outcomes|missing",
        "{\"outcomes\":{}}|outcomes|missing",
        "{\"outcomes\":\"positive\"}|outcomes|malformed",
        "{\"outcomes\":{\"97097-0\":\"yes\"}}|outcomes.97097-0|malformed",
        "{\"outcomes\":{\"94500-6\":\"positive\"}}|outcomes.94500-6|unknown",
        "{\"outcomes\":\"invalid\",\"reason\":\"oops\"}|reason|malformed",
        "{\"outcomes\":\"invalid\",\"early\":\"oops\"}|early|malformed",
        "{\"outcomes\":\"invalid\",\"because\":\"oops\"}|because|unknown",
      })
  void aFaultOfAResultIsNamed(String body, String field, String fault) {
    Fault found = assertThrows(Fault.Found.class, () -> result(body)).faults().getFirst();
    assertEquals(List.of(field, fault), List.of(found.field(), found.fault()));
  }

  @Test
  void everyFieldOfASlipHasOneNameOfItsOwn() {
    List<String> names =
        Stream.of(Field.values()).filter(field -> field.compareTo(Field.PHARMACY) < 0).map(SlipBody::name).toList();
    assertEquals(names.size(), names.stream().distinct().count());
  }

  static JsonObject example(String name) throws IOException {
    try (JsonReader reader = Json.createReader(Files.newBufferedReader(EXAMPLE))) {
      return reader.readObject().getJsonObject(name);
    }
  }

  private static NewSlip slip(String body) {
    NewSlip.Draft draft = NewSlip.Draft.fresh(new SecureRandom());
    return SlipBody.read(Fields.of(body.getBytes(StandardCharsets.UTF_8)), draft, TODAY);
  }

  private static ResultBody result(String body) {
    return ResultBody.read(Fields.of(body.getBytes(StandardCharsets.UTF_8)));
  }
}
