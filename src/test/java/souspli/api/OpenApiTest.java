package souspli.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import souspli.links.LinkState;
import souspli.links.WithdrawReason;
import souspli.result.Analyte;
import souspli.result.Sex;
import souspli.result.TestKind;
import souspli.result.TestResult.CorrectionReason;
import souspli.result.TestResult.EarlyReason;
import souspli.web.PublicPaths;

/** The document is a valid OpenAPI 3.1 document and says what the code does. */
class OpenApiTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put");
  private final JsonObject document = document();

  @Test
  void itIsWhatOpenApiLetsItBe() throws IOException {
    assertEquals("3.1.0", document.getString("openapi"));
    assertEquals(List.of(), Documented.faultsOfTheDocument());
    JsonObject schemas = document.getJsonObject("components").getJsonObject("schemas");
    for (String name : schemas.keySet()) {
      assertEquals(List.of(), Documented.faultsOfTheSchema(schemas.getJsonObject(name)), name);
    }
  }

  @Test
  void aDocumentWithAFaultIsSeen() {
    JsonObject faulty = Json.createObjectBuilder().add("type", "text").build();
    assertFalse(Documented.faultsOfTheSchema(faulty).isEmpty());
    assertFalse(Documented.faults("Slip", faulty).isEmpty());
  }

  @Test
  void everyCallCanBeRefused() {
    Set<String> names = new TreeSet<>();
    operations().forEach((call, operation) -> {
      assertTrue(names.add(operation.getString("operationId")), call);
      assertTrue(operation.getJsonObject("responses").keySet().containsAll(Set.of("401", "500")), call);
    });
    assertEquals(5, names.size());
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    assertTrue(references(document) > 40);
  }

  @Test
  void itsPathsAreThoseThatAnswer() {
    String server = document.getJsonArray("servers").getJsonObject(0).getString("url");
    Set<String> written =
        document.getJsonObject("paths").keySet().stream()
            .map(path -> server + path.replace("{slipNumber}", "0000000000"))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> answering =
        PublicPaths.all().stream()
            .filter(path -> path.startsWith("/api/") && !path.endsWith("openapi.json"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(answering, written);
  }

  @Test
  void itsChoicesAreThoseOfTheCode() {
    assertEquals(names(TestKind.values(), TestKind::code), choice("Slip", "test"));
    assertEquals(names(Sex.values(), Sex::code), choice("Patient", "sex"));
    assertEquals(names(EarlyReason.values(), Words::of), choice("Result", "early"));
    assertEquals(names(CorrectionReason.values(), Words::of), choice("Result", "reason"));
    assertEquals(names(LinkState.values(), Words::of), choice("State", "state"));
    assertEquals(names(WithdrawReason.values(), Words::of), choice("State", "withdrawnBecause"));
    JsonArray outcomes =
        schema("Result").getJsonObject("properties").getJsonObject("outcomes").getJsonArray("oneOf");
    assertEquals(
        names(Analyte.values(), Analyte::loinc),
        texts(outcomes.getJsonObject(1).getJsonObject("propertyNames").getJsonArray("enum")));
  }

  @Test
  void theExampleIsAsDocumented() throws IOException {
    Map<String, String> bodies =
        Map.of("slip", "Slip", "result", "Result", "correction", "Result", "reissue", "Reissue");
    for (Map.Entry<String, String> body : bodies.entrySet()) {
      assertEquals(List.of(), Documented.faults(body.getValue(), BodiesTest.example(body.getKey())), body.getKey());
    }
  }

  private Map<String, JsonObject> operations() {
    Map<String, JsonObject> operations = new TreeMap<>();
    document.getJsonObject("paths").forEach((path, item) ->
        item.asJsonObject().forEach((method, operation) -> {
          if (METHODS.contains(method)) {
            operations.put(method + ' ' + path, operation.asJsonObject());
          }
        }));
    return operations;
  }

  private int references(JsonValue value) {
    return switch (value) {
      case JsonObject object when object.containsKey("$ref") -> {
        resolved(object);
        yield 1;
      }
      case JsonObject object -> object.values().stream().mapToInt(this::references).sum();
      case JsonArray array -> array.stream().mapToInt(this::references).sum();
      default -> 0;
    };
  }

  private JsonObject resolved(JsonValue value) {
    String reference = value.asJsonObject().getString("$ref", "");
    return reference.isEmpty()
        ? value.asJsonObject()
        : Json.createPointer(reference.substring(1)).getValue(document).asJsonObject();
  }

  private JsonObject schema(String name) {
    return document.getJsonObject("components").getJsonObject("schemas").getJsonObject(name);
  }

  private Set<String> choice(String schema, String property) {
    return texts(schema(schema).getJsonObject("properties").getJsonObject(property).getJsonArray("enum"));
  }

  private static Set<String> texts(JsonArray array) {
    return array == null
        ? Set.of()
        : array.stream()
            .flatMap(value -> value instanceof JsonString text ? Stream.of(text.getString()) : Stream.of())
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static <E> Set<String> names(E[] all, Function<E, String> name) {
    return Arrays.stream(all).map(name).collect(Collectors.toCollection(TreeSet::new));
  }

  private static JsonObject document() {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(OpenApi.document()))) {
      return reader.readObject();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
