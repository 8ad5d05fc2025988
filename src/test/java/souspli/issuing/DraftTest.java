package souspli.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import souspli.issuing.NewSlip.Draft;

class DraftTest {
  private final Draft draft = Draft.fresh(new SecureRandom());

  @Test
  void isReadAsItWasWritten() {
    assertEquals(Optional.of(draft), Draft.parse(draft.text()));
    assertNotEquals(draft, Draft.fresh(new SecureRandom()));
  }

  @Test
  void nothingElseIsOne() {
    assertTrue(Draft.parse(null).isEmpty());
    assertTrue(Draft.parse("").isEmpty());
    assertTrue(Draft.parse(draft.text() + "0").isEmpty());
    assertTrue(Draft.parse(draft.text().substring(1) + "g").isEmpty());
  }
}
