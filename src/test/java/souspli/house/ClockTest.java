package souspli.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The time comes from the one clock that is injected, so that a test can be any day and a use case has one time. */
class ClockTest {
  private static final Set<String> CLOCKS = Set.of("java.time.Clock", "java.time.InstantSource");

  @Test
  void nobodyLooksAtAnotherClock() {
    noClasses()
        .that()
        .resideOutsideOfPackages("souspli.settings", "souspli.commands", "souspli.mariadb")
        .should()
        .callCodeUnitWhere(describe("it reads the time", ClockTest::readsTheTime))
        .check(House.CLASSES);
  }

  private static boolean readsTheTime(JavaCall<?> call) {
    CodeUnitCallTarget target = call.getTarget();
    String owner = target.getOwner().getName();
    return owner.startsWith("java.time.") && target.getName().equals("now")
        || CLOCKS.contains(owner) && target.getName().startsWith("system")
        || owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis")
        || owner.equals("java.util.Date") && target.getRawParameterTypes().isEmpty();
  }
}
