package souspli.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamesTest {

  @Test
  void addresses() {
    assertEquals("a.b+c@sub.example.org", EmailAddress.parse(" A.b+c@Sub.Example.org ").orElseThrow().text());
    for (String wrong :
        new String[] {
          null, "", "a", "a@", "@b.c", "a@b", "a b@c.de", "a@b..c", "a@-b.c", "a@b.c\r\nBcc: x@y.z", "é@b.cd",
          "a@b.c" + "d".repeat(64), "a".repeat(65) + "@b.cd"
        }) {
      assertEquals(Optional.empty(), EmailAddress.parse(wrong), wrong);
    }
  }

  @Test
  void persons() {
    assertEquals("Anne-Marie d’Arc (2)", PersonName.parse("  Anne-Marie   d’Arc (2)").orElseThrow().text());
    assertEquals("é".repeat(30), PersonName.parse("é".repeat(30)).orElseThrow().text());
    for (String wrong : new String[] {null, "", " ", "1a", "<b>", "a\"b", "a\\b", "a\u0000", "é".repeat(31)}) {
      assertEquals(Optional.empty(), PersonName.parse(wrong), wrong);
    }
  }
}
