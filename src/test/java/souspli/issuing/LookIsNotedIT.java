package souspli.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.fixtures.ACounter;
import souspli.fixtures.Lines;

/** A look at a result leaves one line, or nothing is shown. */
class LookIsNotedIT {
  @TempDir Path directory;

  @Test
  void eachLookIsOneLineWithTheSlipsNumber() {
    ACounter counter = new ACounter(directory);
    IssuedSlip slip = counter.aReadyLink(ACounter.FOUND);
    look(counter, slip);
    look(counter, slip);
    String line = "%d %s 192.0.2.0/24".formatted(counter.pharmacist.member().value(), slip.number().digits());
    String query = "SELECT actor, slip, peer FROM trail WHERE kind = 25";
    assertEquals(List.of(line, line), counter.sql(db -> Lines.of(db, query)));
    look(counter, counter.anIssuedLink());
    assertEquals(2, counter.sql(db -> Lines.of(db, query)).size(), "there was nothing to see");
  }

  @Test
  void whatCannotBeNotedIsNotShown() {
    ACounter counter = new ACounter(directory);
    IssuedSlip slip = counter.aReadyLink(ACounter.FOUND);
    counter.tamper("ALTER TABLE trail ADD CONSTRAINT full CHECK (kind <> 25)");
    try {
      assertThrows(RuntimeException.class, () -> look(counter, slip));
    } finally {
      counter.tamper("ALTER TABLE trail DROP CONSTRAINT full");
    }
    String events = "SELECT COUNT(*) FROM event WHERE kind = 5";
    assertEquals(List.of("0"), counter.sql(db -> Lines.of(db, events)), "and is no event");
    assertInstanceOf(LookAtResult.Looked.class, look(counter, slip));
  }

  private static LookAtResult.Answer look(ACounter counter, IssuedSlip slip) {
    return counter.in(() -> counter.lookAtResult.look(counter.pharmacist, slip.number()));
  }
}
