package souspli.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import jakarta.transaction.Transactional;
import org.junit.jupiter.api.Test;

/** A transaction begins where a use case begins, and can be seen there. */
class TransactionsTest {
  @Test
  void onlyWhatIsCalledFromOutsideBeginsOne() {
    methods().that().areAnnotatedWith(Transactional.class).should().bePublic().andShould().notBeFinal().check(
        House.CLASSES);
  }

  @Test
  void noWholeClassDoes() {
    noClasses().should().beAnnotatedWith(Transactional.class).check(House.CLASSES);
  }
}
