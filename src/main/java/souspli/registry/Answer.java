package souspli.registry;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the registry's answer means for what was sent. Of an answer's body only three things are ever read: whether
 * each entry was done, which element was refused, and, where it is no registry's, whether it is about our
 * certificate. Its {@code diagnostics} quote what was sent; they are not even looked at.
 */
sealed interface Answer {

  /** Every entry is done, durably. */
  record Acknowledged() implements Answer {}

  /** Never as it is. */
  record Rejected(int status, Optional<Transfer.Mend> field) implements Answer {}

  /** Later, by itself and not before {@code retryAfter}; {@code status} is empty when no answer came. */
  record Again(OptionalInt status, Optional<Duration> retryAfter) implements Answer {
    /** Whether it says something of the registry rather than of this message. */
    boolean registryIsDown() {
      return status.isEmpty() || status.getAsInt() == 429 || status.getAsInt() == 502 || status.getAsInt() >= 503;
    }
  }

  /** Not this message but the way to the registry is wrong: nothing more is sent. */
  record Paused(OptionalInt status, Hold.Reason reason) implements Answer {}

  /** It cannot be told by a program. */
  record PersonLooks(int status) implements Answer {}

  /** At most this many bytes of an answer are read. */
  int LONGEST = 1 << 20;

  /**
   * @param sent the message that this answers
   * @param retryAfter the header, if any
   */
  static Answer of(JsonObject sent, int status, Optional<String> retryAfter, byte[] body) {
    if (status == 200) {
      return allDone(body, sent.getJsonArray("entry").size()) ? new Acknowledged() : again(status, retryAfter);
    }
    if (status >= 300 && status < 400) {
      return new Paused(OptionalInt.of(status), Hold.Reason.REDIRECTED);
    }
    return switch (status) {
      case 422 -> new Rejected(status, refused(body, sent));
      case 400 -> refused400(body, sent);
      case 401, 403, 495, 496 -> new Paused(OptionalInt.of(status), Hold.Reason.WE_ARE_REFUSED);
      case 404, 405, 406, 410, 415 -> new Paused(OptionalInt.of(status), Hold.Reason.WRONG_ADDRESS);
      case 408, 409, 425, 429 -> again(status, retryAfter);
      default -> status >= 500 || status < 300 ? again(status, retryAfter) : new PersonLooks(status);
    };
  }

  /**
   * Of a registry it is about the message, and says so in FHIR. Else something before the registry answers: nginx has
   * this status for a client's certificate that is missing or wrong (its 495 and 496), in a page of its own words.
   */
  private static Answer refused400(byte[] body, JsonObject sent) {
    if (issues(body).isPresent()) {
      return new Rejected(400, refused(body, sent));
    }
    boolean ofUs = new String(body, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT).contains("certificate");
    return ofUs ? new Paused(OptionalInt.of(400), Hold.Reason.WE_ARE_REFUSED) : new PersonLooks(400);
  }

  private static Answer again(int status, Optional<String> retryAfter) {
    return new Again(OptionalInt.of(status), retryAfter.flatMap(Answer::seconds));
  }

  /** Seconds only: a date would need a clock that both trust. */
  private static Optional<Duration> seconds(String header) {
    return header.strip().matches("[0-9]{1,6}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(header.strip())))
        : Optional.empty();
  }

  private static boolean allDone(byte[] body, int entries) {
    try {
      JsonArray done = read(body).getJsonArray("entry");
      return done != null
          && done.size() == entries
          && done.stream()
              .map(entry -> entry.asJsonObject().getJsonObject("response").getString("status"))
              .allMatch(status -> status.startsWith("2"));
    } catch (JsonException | ClassCastException | NullPointerException e) {
      return false; // unreadable: it is asked again, which changes nothing if it was done
    }
  }

  /** Which element was refused, from the path of the first issue that is an error and leads to one. */
  private static Optional<Transfer.Mend> refused(byte[] body, JsonObject sent) {
    try {
      return issues(body).stream()
          .flatMap(JsonArray::stream)
          .map(JsonValue::asJsonObject)
          .filter(issue -> List.of("error", "fatal").contains(issue.getString("severity", "error")))
          .flatMap(issue -> Stream.of("expression", "location").map(issue::getJsonArray))
          .filter(paths -> paths != null)
          .flatMap(paths -> paths.getValuesAs(JsonString.class).stream())
          .flatMap(path -> field(path.getString(), sent).stream())
          .findFirst();
    } catch (JsonException | ClassCastException | NullPointerException e) {
      return Optional.empty();
    }
  }

  private static Optional<JsonArray> issues(byte[] body) {
    try {
      return Optional.ofNullable(read(body).getJsonArray("issue"));
    } catch (JsonException | ClassCastException e) {
      return Optional.empty();
    }
  }

  Pattern IN_BUNDLE = Pattern.compile("Bundle\\.entry\\[([0-9]{1,3})]\\.resource(?:/\\*[A-Za-z]+/[^*]*\\*/)?(.*)");
  Pattern IN_RESOURCE = Pattern.compile("([A-Z][A-Za-z]+)(.*)");

  private static Optional<Transfer.Mend> field(String path, JsonObject sent) {
    Matcher inBundle = IN_BUNDLE.matcher(path);
    if (inBundle.matches()) {
      JsonArray entries = sent.getJsonArray("entry");
      int at = Integer.parseInt(inBundle.group(1));
      return at < entries.size()
          ? Transfer.Mend.of(
              entries.getJsonObject(at).getJsonObject("resource").getString("resourceType"), inBundle.group(2))
          : Optional.empty();
    }
    Matcher inResource = IN_RESOURCE.matcher(path);
    return inResource.matches() ? Transfer.Mend.of(inResource.group(1), inResource.group(2)) : Optional.empty();
  }

  private static JsonObject read(byte[] body) {
    try (JsonReader reader = Codes.JSON.createReader(new ByteArrayInputStream(body))) {
      return reader.readObject();
    }
  }
}
