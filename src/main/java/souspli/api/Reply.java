package souspli.api;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Map;

/**
 * What a call is answered: a status, a JSON object, and headers beyond those of every answer. Anything but success is a
 * problem detail (RFC 9457) whose type is a name that stays. Never printed, since one of them holds a code.
 */
record Reply(int status, String contentType, JsonObject body, Map<String, String> headers) {
  /** One for all calls: to look for it takes longer than to write an answer. */
  static final JsonProvider JSON = JsonProvider.provider();

  private static final String TYPES = "/api/v1/openapi.json#";
  private static final String SECONDS_TO_WAIT = "60";

  Reply {
    headers = Map.copyOf(headers);
  }

  static Reply done(JsonObject body) {
    return new Reply(200, "application/json", body, Map.of());
  }

  static Reply made(String location, JsonObject body) {
    return new Reply(201, "application/json", body, Map.of("Location", location));
  }

  /** The one answer to every key that does not let in: none, a malformed, an unknown, a revoked one. */
  static Reply noKey() {
    return problem(401, "no-key", "a valid key is needed", Map.of("WWW-Authenticate", "Bearer"), List.of());
  }

  /** There is no such slip in this pharmacy; whether another has it is not told. */
  static Reply unknownSlip() {
    return problem(404, "unknown-slip", "no slip of this pharmacy has this number", Map.of(), List.of());
  }

  static Reply unreadable(String why) {
    return problem(400, "unreadable", why, Map.of(), List.of());
  }

  static Reply notJson() {
    return problem(415, "not-json", "the body has to be application/json", Map.of(), List.of());
  }

  static Reply faulty(List<Fault> faults) {
    return problem(422, "faulty-fields", "at least one field is not as documented", Map.of(), faults);
  }

  /** The slip is not in a state for it. */
  static Reply conflict(String type, String title) {
    return problem(409, type, title, Map.of(), List.of());
  }

  /** Nothing was done; the same call can be made again. */
  static Reply notNow(String type, String title) {
    return problem(503, type, title, Map.of("Retry-After", SECONDS_TO_WAIT), List.of());
  }

  /**
   * @param reference under which the log knows more
   */
  static Reply outOfOrder(String reference) {
    return problem(500, "out-of-order", "something is wrong here", Map.of(), List.of()).with("reference", reference);
  }

  private static Reply problem(
      int status, String type, String title, Map<String, String> headers, List<Fault> faults) {
    JsonObjectBuilder body =
        JSON.createObjectBuilder().add("type", TYPES + type).add("title", title).add("status", status);
    if (!faults.isEmpty()) {
      JsonArrayBuilder errors = JSON.createArrayBuilder();
      for (Fault fault : faults) {
        errors.add(
            JSON.createObjectBuilder()
                .add("field", fault.field())
                .add("fault", fault.fault())
                .add("detail", fault.detail()));
      }
      body.add("errors", errors);
    }
    return new Reply(status, "application/problem+json", body.build(), headers);
  }

  Reply with(String name, String value) {
    return new Reply(status, contentType, JSON.createObjectBuilder(body).add(name, value).build(), headers);
  }

  @Override
  public String toString() {
    return "Reply[" + status + "]";
  }
}
