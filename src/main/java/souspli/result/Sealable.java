package souspli.result;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** How a record becomes the bytes that are sealed, and again a record. Version 1 of the format. */
final class Sealable {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'").withZone(ZoneOffset.UTC);

  private Sealable() {}

  static byte[] bytes(JsonObject json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** No exception of this holds what was read, not even as its cause: it is a trait or an outcome. */
  static <T> T read(byte[] bytes, Function<JsonObject, T> read) {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
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
