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
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import souspli.staff.Acting;

/** Whatever staff can do is asked of the one table of permissions, by who does it, at the door. */
class StaffGuardTest {
  private static final Set<String> STAFF_ROOMS =
      Set.of("api", "approvals", "issuing", "members", "recovery", "support");

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
    assertTrue(doors().count() >= 10);
  }

  private static Stream<JavaMethod> doors() {
    return House.CLASSES.stream()
        .filter(type -> House.room(type).filter(STAFF_ROOMS::contains).isPresent())
        .filter(StaffGuardTest::isUseCase)
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC));
  }

  /** A bean that no view can name. */
  private static boolean isUseCase(JavaClass type) {
    boolean bean = type.isAnnotatedWith(Dependent.class) || type.isAnnotatedWith(ApplicationScoped.class);
    return bean && !type.isAnnotatedWith(Named.class);
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
