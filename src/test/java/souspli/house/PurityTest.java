package souspli.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import org.junit.jupiter.api.Test;

/** The scheme and what it seals can be read, tested and re-used without anything but the JDK. */
class PurityTest {
  @Test
  void theSchemeNeedsOnlyTheJdk() {
    classes()
        .that()
        .resideInAPackage("souspli.sealedlink")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "javax.crypto..", "souspli", "souspli.sealedlink")
        .check(House.CLASSES);
  }

  @Test
  void whatIsSealedNeedsJsonBesides() {
    classes()
        .that()
        .resideInAPackage("souspli.result")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "jakarta.json..", "souspli", "souspli.sealedlink", "souspli.result")
        .check(House.CLASSES);
  }
}
