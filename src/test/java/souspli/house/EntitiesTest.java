package souspli.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;

/** An entity changes by verbs that check their precondition, never by a setter. */
class EntitiesTest {
  @Test
  void noSetters() {
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Entity.class)
        .should()
        .haveNameMatching("set[A-Z].*")
        .check(House.CLASSES);
  }

  @Test
  void noFieldIsOpen() {
    noFields()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Entity.class)
        .and()
        .areNotStatic()
        .should()
        .notBePrivate()
        .andShould()
        .haveNameNotStartingWith("_persistence") // woven in by EclipseLink
        .check(House.CLASSES);
  }
}
