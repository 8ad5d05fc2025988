package souspli.api;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What {@code openapi.json} says of a body, held against a body. */
public final class Documented {
  private static final String DOCUMENT = "https://documented.example/openapi.json";
  /** JSON Schema 2020-12; the other parts of the document say nothing about a body. */
  private static final JsonMetaSchema META =
      JsonMetaSchema.builder(JsonMetaSchema.getV202012())
          .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
          .build();

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V202012,
          builder ->
              builder.metaSchema(META).schemaLoaders(loaders -> loaders.schemas(Map.of(DOCUMENT, document()))));

  private Documented() {}

  /** How {@code body} differs from the schema of that name; nothing where it does not. */
  public static List<String> faults(String schema, JsonObject body) {
    SchemaLocation location = SchemaLocation.of(DOCUMENT + "#/components/schemas/" + schema);
    return faults(SCHEMAS.getSchema(location), body.toString());
  }

  /** How the document differs from what OpenAPI 3.1 lets it be, by the schema that the specification publishes. */
  static List<String> faultsOfTheDocument() throws IOException {
    try (InputStream schema = Documented.class.getResourceAsStream("openapi-3.1-schema.json")) {
      return faults(SCHEMAS.getSchema(schema), document());
    }
  }

  /** How a schema of the document differs from what JSON Schema lets it be. */
  static List<String> faultsOfTheSchema(JsonObject schema) {
    SchemaLocation meta = SchemaLocation.of(SpecVersion.VersionFlag.V202012.getId());
    return faults(SCHEMAS.getSchema(meta), schema.toString());
  }

  private static List<String> faults(JsonSchema schema, String body) {
    return schema.validate(body, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static String document() {
    try {
      return new String(OpenApi.document(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
