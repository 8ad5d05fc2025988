package souspli.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import souspli.Room;

/** What stands on a room's {@code package-info.java} is the truth: every use is named and every name is used. */
class RoomsTest {
  private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?souspli\\.([a-z]+)\\.");

  @Test
  void everyRoomUsesExactlyWhatItNames() {
    Map<String, Set<String>> named = new TreeMap<>();
    Map<String, Set<String>> used = new TreeMap<>();
    for (JavaPackage room : House.CLASSES.getPackage("souspli").getSubpackagesInTree()) {
      String[] uses = room.tryGetAnnotationOfType(Room.class).map(Room::uses).orElseThrow(
          () -> new AssertionError(room.getName() + " has no package-info.java with @Room"));
      named.put(room.getName().substring("souspli.".length()), new TreeSet<>(Set.of(uses)));
      used.put(room.getName().substring("souspli.".length()), new TreeSet<>());
    }
    for (JavaClass type : House.CLASSES) {
      House.room(type).ifPresent(room ->
          type.getDirectDependenciesFromSelf().stream()
              .map(dependency -> House.room(dependency.getTargetClass()))
              .flatMap(Optional::stream)
              .filter(other -> !other.equals(room))
              .forEach(used.get(room)::add));
    }
    for (Path file : House.files("main/java/souspli", ".java")) { // a constant leaves no trace but its import
      String room = file.getParent().getFileName().toString();
      IMPORT
          .matcher(House.text(file))
          .results()
          .map(found -> found.group(1))
          .filter(other -> !other.equals(room))
          .forEach(used.getOrDefault(room, new TreeSet<>())::add);
    }
    Map<String, String> faults = new TreeMap<>();
    named.forEach((room, uses) -> {
      if (!uses.equals(used.get(room))) {
        faults.put(room, "names " + uses + " and uses " + used.get(room));
      }
    });
    assertEquals(Map.of(), faults);
  }

  @Test
  void noCycle() {
    SlicesRuleDefinition.slices().matching("souspli.(*)..").should().beFreeOfCycles().check(House.CLASSES);
  }
}
