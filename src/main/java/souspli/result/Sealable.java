package souspli.result;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** How a record becomes the bytes that are sealed, and again a record. Version 1 of the format. */
final class Sealable {
  /** Found once: the static ways look for it anew, in every library there is, with each call. */
  static final JsonProvider JSON = JsonProvider.provider();

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'").withZone(ZoneOffset.UTC);

  private Sealable() {}

  static byte[] bytes(JsonObject json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** No exception of this holds what was read, not even as its cause: it is a trait or an outcome. */
  static <T> T read(byte[] bytes, Function<JsonObject, T> read) {
    try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(bytes))) {
      JsonObject json = reader.readObject();
      if (json.getInt("v") == 1) {
        return read.apply(json);
      }
    } catch (JsonException
        | ClassCastException
        | NullPointerException
        | NoSuchElementException
        | IllegalArgumentException e) {
      throw new IllegalArgumentException("a sealed record that is none of ours: " + e.getClass().getSimpleName());
    }
    throw new IllegalArgumentException("a sealed record of another version");
  }

  static void write(Sample sample, JsonObjectBuilder json) {
    json.add("test", sample.kind().code()).add("kit", sample.kit().name()).add("lot", sample.kit().lot());
    json.add("at", minute(sample.takenAt()));
  }

  static Sample sample(JsonObject json) {
    return new Sample(
        TestKind.parse(json.getString("test")).orElseThrow(),
        new Kit(
            json.getString("kit"),
            json.getString("lot"),
            Optional.ofNullable(json.getString("gtin", null)).map(Kit.Gtin::new)),
        minute(json.getString("at")));
  }

  static JsonValue outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Invalid _ -> JSON.createValue("invalid");
      case Outcome.Valid valid -> {
        JsonObjectBuilder findings = JSON.createObjectBuilder();
        valid.findings().forEach((analyte, finding) -> findings.add(analyte.loinc(), finding.sign()));
        yield findings.build();
      }
    };
  }

  static Outcome outcome(JsonValue json) {
    if (json instanceof JsonString text && text.getString().equals("invalid")) {
      return Outcome.invalid();
    }
    Map<Analyte, Finding> findings = new EnumMap<>(Analyte.class);
    JsonObject object = json.asJsonObject();
    for (String loinc : object.keySet()) {
      findings.put(
          Analyte.parse(loinc).orElseThrow(), coded(Finding.values(), Finding::sign, object.getString(loinc)));
    }
    return Outcome.of(findings);
  }

  static <E> E coded(E[] values, Function<E, String> code, String text) {
    return Arrays.stream(values).filter(value -> code.apply(value).equals(text)).findFirst().orElseThrow();
  }

  static String minute(Instant at) {
    return MINUTE.format(at);
  }

  static Instant minute(String text) {
    try {
      return MINUTE.parse(text, Instant::from);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a time");
    }
  }
}
