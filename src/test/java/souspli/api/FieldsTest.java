package souspli.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
  @Test
  void textsAreNamedByTheirPath() {
    Fields fields = of("{\"a\":\"1\",\"b\":{\"c\":\"2\",\"d\":null},\"e\":{\"x-1\":\"3\",\"x-2\":\"4\"},\"f\":\"5\"}");
    assertEquals("1", fields.take("a"));
    assertEquals("2", fields.take("b.c"));
    assertEquals("", fields.take("b.d"));
    assertEquals(Map.of("x-1", "3", "x-2", "4"), fields.takeAll("e"));
    assertEquals("5", fields.take("f"));
    fields.check();
  }

  @Test
  void nothingIsAnEmptyBody() {
    Fields.of(new byte[0]).check();
    of("{}").check();
  }

  @Test
  void whatNobodyTookIsUnknown() {
    Fields fields = of("{\"a\":\"1\",\"b\":{\"c\":\"2\"}}");
    fields.take("a");
    assertEquals(
        List.of(Fault.unknown("b.c")), assertThrows(Fault.Found.class, fields::check).faults());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1}|a|malformed",
        "{\"a\":true}|a|malformed",
        "{\"a\":[]}|a|malformed",
        "{\"a\":[[[[[[[[[[|a|malformed",
        "{\"a\":\"1\",\"a\":\"1\"}|a|twice",
        "{\"b\":{\"a\":\"1\",\"a\":null}}|b.a|twice",
        "{\"a\":{},\"a\":{}}|a|twice",
        "{\"a\":{\"b\":{}}}|a.b|too-deep",
        "{\"a\":{\"b\":{\"a\":{\"b\":{\"a\":{\"b\":|a.b|too-deep",
        "{\"a b\":\"1\"}|?|unknown",
        "{\"a.b\":\"1\"}|?|unknown",
        "{\"a\":{\"Léa\":\"1\"}}|a.?|unknown",
      })
  void aFieldThatCannotBeIsNamedAndNeverQuoted(String body, String field, String fault) {
    Fault found = assertThrows(Fault.Found.class, () -> of(body)).faults().getFirst();
    assertEquals(field, found.field());
    assertEquals(fault, found.fault());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x", "\"text\"", "[]", "1", "null", "{", "{\"a\"", "{\"a\":\"1\"}{", "{\"a\":\"1\"} x",
        "{\"a\":\"\u0001\"}", " "
      })
  void whatIsNotOneObjectIsUnreadable(String body) {
    assertThrows(Fields.Unreadable.class, () -> of(body));
  }

  @Test
  void whatIsNotUtf8IsUnreadable() {
    assertThrows(Fields.Unreadable.class, () -> Fields.of("{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1)));
    assertThrows(Fields.Unreadable.class, () -> Fields.of("{\"a\":\"1\"}".getBytes(StandardCharsets.UTF_16)));
  }

  private static Fields of(String body) {
    return Fields.of(body.getBytes(StandardCharsets.UTF_8));
  }
}
