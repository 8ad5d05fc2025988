package souspli.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import souspli.api.Documented;
import souspli.api.SampleClient;
import souspli.api.SampleClient.Answer;
import souspli.fixtures.Chromium;
import souspli.fixtures.Phone;
import souspli.fixtures.Portal;
import souspli.fixtures.Staff;

/** Pharmacy software at work, over real HTTP, with the bodies of the documented example. */
class ApiJourney {
  /** A client that asks in the clear to change to HTTP/2 is sometimes not answered by the server. */
  private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Portal portal = Portal.shared();
  private final SampleClient client = new SampleClient(portal.baseUrl(), portal.demo().apiKeys().getFirst().key());
  private final JsonObject slip = example("slip");
  private final String born = slip.getJsonObject("patient").getString("birthDate");

  @Test
  void issuesEntersCorrectsReissuesAndWithdraws() throws Exception {
    String sample = UUID.randomUUID().toString();
    Answer issued = client.issue(sample, slip);
    assertEquals(201, issued.status(), issued.toString());
    assertEquals(List.of(), Documented.faults("Issued", issued.json()));
    assertEquals(Set.of("slipNumber", "code", "url", "readyAt", "readableUntil"), issued.json().keySet());
    String number = issued.json().getString("slipNumber");
    String code = issued.json().getString("code");
    assertEquals(portal.baseUrl() + "/#" + code, issued.json().getString("url"));
    assertEquals("pending", state(number));
    assertTrue(page(code, born).contains("pas encore prêt"));

    Answer replay = client.issue(sample, slip);
    assertEquals(409, replay.status());
    assertEquals(number, replay.json().getString("slipNumber"));
    assertFalse(replay.toString().contains(code));
    assertEquals(List.of(), Documented.faults("Problem", replay.json()));

    assertProblem(422, "early", client.putResult(number, without(example("result"), "early")));
    assertEquals(200, client.putResult(number, example("result")).status());
    assertEquals(200, client.putResult(number, example("result")).status());
    assertFalse(client.state(number).json().getBoolean("corrected"), "the same outcome changed something");
    assertTrue(page(code, born).contains("virus trouvé"));

    assertProblem(422, "reason", client.putResult(number, without(example("correction"), "reason")));
    assertEquals(200, client.putResult(number, example("correction")).status());
    assertTrue(client.state(number).json().getBoolean("corrected"));
    assertTrue(page(code, born).contains("Résultat corrigé"));

    Answer anew = client.reissue(number, example("reissue"));
    assertEquals(201, anew.status(), anew.toString());
    assertEquals(List.of(), Documented.faults("Reissued", anew.json()));
    assertEquals(2, anew.json().getInt("replacedWasOpened"));
    assertEquals("withdrawn", state(number));
    assertEquals("replaced", client.reissue(number, JsonObject.EMPTY_JSON_OBJECT).json().getString("withdrawnBecause"));
    assertTrue(page(code, born).contains("remplacé"));
    String newCode = anew.json().getString("code");
    String newNumber = anew.json().getString("slipNumber");
    assertTrue(page(newCode, example("reissue").getString("birthDate")).contains("Résultat corrigé"));

    assertEquals(200, client.withdraw(newNumber).status());
    assertEquals(200, client.withdraw(newNumber).status());
    assertEquals("withdrawn", state(newNumber));
    assertEquals(409, client.putResult(newNumber, example("result")).status());
    assertTrue(page(newCode, example("reissue").getString("birthDate")).contains("a retiré ce résultat"));
  }

  @Test
  void oneSampleGetsOneSlipHoweverOftenItIsSentAtOnce() throws Exception {
    String sample = UUID.randomUUID().toString();
    List<Answer> answers;
    try (ExecutorService calls = Executors.newFixedThreadPool(8)) {
      Callable<Answer> call = () -> client.issue(sample, slip);
      List<Future<Answer>> sent = calls.invokeAll(Collections.nCopies(8, call));
      answers = sent.stream().map(Future::resultNow).toList();
    }
    assertEquals(1, answers.stream().filter(answer -> answer.status() == 201).count(), answers.toString());
    assertEquals(7, answers.stream().filter(answer -> answer.status() == 409).count(), answers.toString());
    assertEquals(1, answers.stream().map(answer -> answer.json().getString("slipNumber")).distinct().count());
  }

  @Test
  void faultsAreNamedByTheirFields() throws Exception {
    JsonObject wrong = Json.createObjectBuilder(slip).add("kit", Json.createObjectBuilder().add("name", "A")).build();
    assertProblem(422, "kit.lot", client.issue(UUID.randomUUID().toString(), wrong));
    assertProblem(422, "Idempotency-Key", client.issue("not visible", slip));
    assertEquals(404, client.state("0000000000").status());
    assertEquals(404, client.state("0000000001").status());
    HttpResponse<String> odd = send("POST", "text/plain", "{}");
    assertEquals(415, odd.statusCode());
    assertEquals(400, send("POST", "application/json", "[]").statusCode());
    HttpResponse<String> longBody = send("POST", "application/json", "{\"a\":\"" + "x".repeat(70_000) + "\"}");
    assertEquals(413, longBody.statusCode());
    assertEquals("application/problem+json", longBody.headers().firstValue("Content-Type").orElse(""));
    assertFalse(odd.headers().map().toString().toLowerCase(Locale.ROOT).contains("access-control"), "CORS");
  }

  @Test
  void theDocumentIsThereWithoutAKey() throws Exception {
    HttpResponse<String> document =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(portal.baseUrl() + "/api/v1/openapi.json")).build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(200, document.statusCode());
    assertEquals("application/json", document.headers().firstValue("Content-Type").orElse(""));
    assertTrue(document.body().contains("\"openapi\": \"3.1.0\""));
  }

  @Test
  void aManagerMakesAKeyAndRevokesIt() throws Exception {
    try (BrowserContext browser = Chromium.counter("en")) {
      Page page = Staff.signIn(browser, portal, portal.demo().first("manager"));
      page.navigate(portal.baseUrl() + "/staff/keys");
      page.fill("#name", "Journey");
      page.click("#make");
      String key = page.inputValue("#key");
      Chromium.screenshot(page, "api-keys");
      SampleClient software = new SampleClient(portal.baseUrl(), key);
      assertEquals(404, software.state("0000000000").status());

      page.navigate(portal.baseUrl() + "/staff/keys");
      assertFalse(page.content().contains(key), "a key is shown twice");
      page.click("button[aria-label='Revoke the key of Journey']");
      page.click("#revoke");
      page.waitForLoadState();
      assertEquals(401, software.state("0000000000").status());
    }
  }

  private String state(String number) throws Exception {
    Answer answer = client.state(number);
    assertEquals(List.of(), Documented.faults("State", answer.json()));
    return answer.json().getString("state");
  }

  private String page(String code, String dateOfBirth) {
    return Phone.anywhere(portal).open(code, dateOfBirth).body();
  }

  private static void assertProblem(int status, String field, Answer answer) {
    assertEquals(status, answer.status(), answer.toString());
    assertEquals(List.of(), Documented.faults("Problem", answer.json()));
    assertEquals(field, answer.json().getJsonArray("errors").getJsonObject(0).getString("field"), answer.toString());
  }

  private HttpResponse<String> send(String method, String type, String body) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(portal.baseUrl() + "/api/v1/slips"))
            .header("Authorization", "Bearer " + portal.demo().apiKeys().getFirst().key())
            .header("Content-Type", type)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static JsonObject without(JsonObject body, String field) {
    return Json.createObjectBuilder(body).remove(field).build();
  }

  private static JsonObject example(String name) {
    try (JsonReader reader = Json.createReader(Files.newBufferedReader(Path.of("src/docs/api-example.json")))) {
      return reader.readObject().getJsonObject(name);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
