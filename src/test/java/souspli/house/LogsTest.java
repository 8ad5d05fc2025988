package souspli.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Few places write a log, so that few can write a code, a name or an outcome into one. */
class LogsTest {
  private static final Set<String> MAY_LOG = Set.of("web", "operations", "retention", "commands", "mail");

  private static final Set<String> LOGGERS =
      Set.of("java.util.logging.Logger", "java.lang.System$Logger", "org.slf4j.Logger");

  @Test
  void onlyFiveRoomsLog() {
    noClasses()
        .that(describe("are in other rooms", type -> House.room(type).filter(MAY_LOG::contains).isEmpty()))
        .should()
        .dependOnClassesThat(describe("are loggers", (JavaClass type) -> LOGGERS.contains(type.getName())))
        .check(House.CLASSES);
  }

  @Test
  void onlyCommandsPrint() {
    noClasses()
        .that()
        .resideOutsideOfPackage("souspli.commands")
        .should()
        .accessFieldWhere(describe("it is System.out or System.err", LogsTest::isStandardStream))
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(House.CLASSES);
  }

  private static boolean isStandardStream(JavaFieldAccess access) {
    return access.getTarget().getOwner().isEquivalentTo(System.class);
  }
}
