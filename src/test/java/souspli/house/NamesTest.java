package souspli.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A name says what a thing is here; these endings say only what it is in some framework. */
class NamesTest {
  private static final Pattern REFUSED =
      Pattern.compile(
          ".*(Impl|Service|Manager|Helper|Utils?|Dto|DTO|Bean|Controller|Repository|Factory|Base|Exception)");

  private static final Pattern NO_ROOM = Pattern.compile("model|service|dto|util|common|impl|core|misc|.*\\..*");

  @Test
  void noClassEndsInAFrameworksWord() {
    List<String> refused =
        House.CLASSES.stream()
            .filter(House::isNamed)
            .map(JavaClass::getName)
            .filter(name -> REFUSED.matcher(name).matches())
            .toList();
    assertEquals(List.of(), refused);
  }

  @Test
  void aRoomIsNamedByItsSubjectAndIsFlat() {
    List<String> refused =
        House.CLASSES.stream()
            .flatMap(type -> House.room(type).stream())
            .distinct()
            .filter(room -> NO_ROOM.matcher(room).matches())
            .toList();
    assertEquals(List.of(), refused);
  }
}
