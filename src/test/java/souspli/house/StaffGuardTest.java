package souspli.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import souspli.staff.Acting;
import souspli.staff.Permissions;
import souspli.web.PublicPaths;

/**
 * Whatever staff can do is asked of the one table of permissions, by who does it, at the door. What counts as such is
 * found here, not listed: every bean that takes who is acting, and every other one of a room that has such a bean.
 */
class StaffGuardTest {

  /** Beans of those rooms behind whose methods nobody of staff stands, each with its reason. */
  private static final Map<String, String> NOBODY_ACTS =
      Map.of(
          "souspli.passkeys.SignInByPasskey", "lets somebody in: before that nobody is acting",
          "souspli.passkeys.AcceptByPasskey", "lets somebody in who was invited: nobody is acting either",
          "souspli.trail.Trail", "writes down what others have asked for and done",
          "souspli.trail.ForgetTrail", "runs each minute, by itself");

  @Test
  void everyUseCaseOfStaffTakesWhoIsActingFirstAndAsksWhetherTheyMay() {
    List<String> unguarded =
        doors()
            .filter(method -> !takesActingFirst(method) || !asks(method))
            .map(JavaMethod::getFullName)
            .toList();
    assertEquals(List.of(), unguarded);
  }

  @Test
  void thereAreSuchUseCases() {
    assertTrue(doors().count() >= 20);
    NOBODY_ACTS.keySet().forEach(name -> assertTrue(House.CLASSES.contain(name), name));
  }

  /** A page that is nobody's answers nobody, and a line without a page is none. */
  @Test
  void everyPageOfStaffHasItsLineInTheTable() {
    Set<String> pages =
        PublicPaths.all().stream().filter(path -> path.startsWith("/staff")).collect(Collectors.toSet());
    assertEquals(new TreeSet<>(pages), new TreeSet<>(Permissions.paths()));
  }

  private static Stream<JavaMethod> doors() {
    Set<String> rooms =
        beans()
            .filter(type -> publicMethods(type).anyMatch(StaffGuardTest::takesActingFirst))
            .flatMap(type -> House.room(type).stream())
            .collect(Collectors.toSet());
    // a room of entities is asked by use cases: of its own methods only those count that take who is acting
    return beans()
        .filter(type -> House.room(type).filter(rooms::contains).isPresent())
        .filter(type -> !NOBODY_ACTS.containsKey(type.getName()))
        .flatMap(StaffGuardTest::publicMethods)
        .filter(method -> takesActingFirst(method) || !isLedger(method.getOwner()));
  }

  /** A bean that no view can name. */
  private static Stream<JavaClass> beans() {
    return House.CLASSES.stream()
        .filter(type -> type.isAnnotatedWith(Dependent.class) || type.isAnnotatedWith(ApplicationScoped.class))
        .filter(type -> !type.isAnnotatedWith(Named.class));
  }

  private static Stream<JavaMethod> publicMethods(JavaClass type) {
    return type.getMethods().stream()
        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC));
  }

  /** What keeps entities, named by their plural, and is used by use cases alone. */
  private static boolean isLedger(JavaClass type) {
    return House.room(type).filter("staff"::equals).isPresent();
  }

  private static boolean takesActingFirst(JavaMethod method) {
    return !method.getRawParameterTypes().isEmpty()
        && method.getRawParameterTypes().getFirst().isEquivalentTo(Acting.class);
  }

  private static boolean asks(JavaMethod method) {
    return method.getMethodCallsFromSelf().stream()
        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Acting.class) && call.getName().equals("require"));
  }
}
