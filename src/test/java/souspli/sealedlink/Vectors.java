package souspli.sealedlink;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

/** The scheme's test vectors: what another implementation must come to, byte for byte. */
final class Vectors {
  static final JsonObject ALL = read();

  private Vectors() {}

  static Stream<JsonObject> each(String name) {
    return ALL.getJsonArray(name).getValuesAs(JsonObject.class).stream();
  }

  static byte[] hex(JsonObject json, String name) {
    return HexFormat.of().parseHex(json.getString(name));
  }

  static JsonObject key(String name) {
    return each("keys").filter(key -> key.getString("name").equals(name)).findFirst().orElseThrow();
  }

  static byte[] iv(byte[] sealed) {
    return Arrays.copyOf(sealed, Sealed.IV);
  }

  private static JsonObject read() {
    try (InputStream file = Vectors.class.getResourceAsStream("sealed-link-vectors.json");
        JsonReader reader = Json.createReader(file)) {
      return reader.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
