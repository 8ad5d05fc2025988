package souspli.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import souspli.registry.Report.Status;
import souspli.result.TestKind;

/** Every line of the table of answers, and that nothing of what the registry says is kept. */
class AnswerTest {
  private static final JsonObject SENT =
      Bundle.of(AReport.of(Status.FINAL, TestKind.COVID, AReport.somebody()), false);

  private static final int ENTRIES = SENT.getJsonArray("entry").size();

  @Test
  void doneMeansEveryEntryIsDone() {
    assertInstanceOf(Answer.Acknowledged.class, of(200, done(ENTRIES, "201 Created")));
    assertInstanceOf(Answer.Again.class, of(200, done(ENTRIES - 1, "201 Created")));
    assertInstanceOf(Answer.Again.class, of(200, done(ENTRIES, "404 Not Found")));
    assertInstanceOf(Answer.Again.class, of(200, "<p>welcome</p>"));
    assertInstanceOf(Answer.Again.class, of(200, ""));
  }

  @ParameterizedTest
  @CsvSource({"408", "409", "425", "429", "500", "502", "503", "504", "599", "202", "204"})
  void again(int status) {
    assertEquals(OptionalInt.of(status), assertInstanceOf(Answer.Again.class, of(status, "")).status());
  }

  @ParameterizedTest
  @CsvSource({
    "401, WE_ARE_REFUSED", "403, WE_ARE_REFUSED", "495, WE_ARE_REFUSED", "496, WE_ARE_REFUSED",
    "301, REDIRECTED", "302, REDIRECTED", "307, REDIRECTED",
    "308, REDIRECTED", "404, WRONG_ADDRESS", "405, WRONG_ADDRESS", "410, WRONG_ADDRESS"
  })
  void paused(int status, Hold.Reason why) {
    assertEquals(why, assertInstanceOf(Answer.Paused.class, of(status, "")).reason());
  }

  @ParameterizedTest
  @CsvSource({"412", "413", "418"})
  void aPersonLooks(int status) {
    assertEquals(new Answer.PersonLooks(status), of(status, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "Bundle.entry[0].resource.birthDate, DATE_OF_BIRTH",
    "Bundle.entry[0].resource/*Patient/null*/.address[0].postalCode, POSTAL_CODE",
    "Bundle.entry[0].resource.identifier[1].value, NIR",
    "Patient.telecom[0], CONTACT",
    "Patient.gender, SEX",
    "Patient.name[0].family, NAME",
    "Bundle.entry[1].resource.identifier[0], PHARMACY",
    "Organization.name, PHARMACY",
    "Bundle.entry[2].resource.lotNumber, KIT",
    "Bundle.entry[3].resource.type, SAMPLE",
    "Observation.code, RESULT",
    "Practitioner.identifier, PROFESSIONAL"
  })
  void aRefusalNamesTheField(String path, Transfer.Mend field) {
    assertEquals(new Answer.Rejected(422, Optional.of(field)), of(422, outcome(path)));
    assertEquals(new Answer.Rejected(400, Optional.of(field)), of(400, outcome(path)));
  }

  @ParameterizedTest
  @CsvSource({"Bundle", "Bundle.entry[99].resource.x", "Bundle.type", "''", "(((("})
  void aRefusalMayNameNone(String path) {
    assertEquals(new Answer.Rejected(422, Optional.empty()), of(422, outcome(path)));
  }

  /** What a web server before the registry says for itself is no refusal of a message. */
  @Test
  void aFrontThatDoesNotKnowUsPausesAllAndStopsNoMessage() {
    for (String page :
        new String[] {"<h1>400 Bad Request</h1>No required SSL certificate was sent", "The SSL certificate error"}) {
      assertEquals(new Answer.Paused(OptionalInt.of(400), Hold.Reason.WE_ARE_REFUSED), of(400, page));
    }
    assertEquals(new Answer.PersonLooks(400), of(400, "<h1>400 Bad Request</h1>"), "whatever that may be");
    assertEquals(new Answer.PersonLooks(400), of(400, "{}"));
    assertEquals(new Answer.Rejected(400, Optional.empty()), of(400, "{\"issue\": []}"));
  }

  @Test
  void nothingOfTheDiagnosticsIsKept() {
    assertFalse(of(422, outcome("Patient.name")).toString().contains("XEMPLE"));
    assertEquals(new Answer.Rejected(422, Optional.empty()), of(422, "D’ÉXEMPLE is no JSON"));
  }

  @Test
  void retryAfterCountsInSecondsOnly() {
    byte[] none = new byte[0];
    assertEquals(
        new Answer.Again(OptionalInt.of(503), Optional.of(Duration.ofSeconds(7))),
        Answer.of(SENT, 503, Optional.of(" 7 "), none));
    assertEquals(
        new Answer.Again(OptionalInt.of(503), Optional.empty()),
        Answer.of(SENT, 503, Optional.of("Wed, 21 Oct 2026 07:28:00 GMT"), none));
    assertEquals(
        new Answer.Again(OptionalInt.of(503), Optional.empty()),
        Answer.of(SENT, 503, Optional.of("99999999999999999999"), none));
  }

  private static Answer of(int status, String body) {
    return Answer.of(SENT, status, Optional.empty(), body.getBytes(StandardCharsets.UTF_8));
  }

  private static String done(int entries, String status) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    for (int i = 0; i < entries; i++) {
      all.add(Json.createObjectBuilder().add("response", Json.createObjectBuilder().add("status", status)));
    }
    return Json.createObjectBuilder().add("entry", all).build().toString();
  }

  private static String outcome(String path) {
    return Json.createObjectBuilder()
        .add("issue", Json.createArrayBuilder()
            .add(Json.createObjectBuilder().add("severity", "warning")
                .add("expression", Json.createArrayBuilder().add("Device")))
            .add(Json.createObjectBuilder().add("severity", "error").add("diagnostics", "D’ÉXEMPLE")
                .add("expression", Json.createArrayBuilder().add(path))))
        .build()
        .toString();
  }
}
