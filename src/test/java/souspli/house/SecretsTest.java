package souspli.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import souspli.sealedlink.Secret;
import souspli.sealedlink.Unlock;

/** Secrets are compared in constant time, and made by nothing that can be foretold. */
class SecretsTest {
  @Test
  void noSecretIsComparedUpToTheFirstDifference() {
    noClasses()
        .that()
        .areAssignableTo(Secret.class)
        .should()
        .callMethod(Arrays.class, "equals", byte[].class, byte[].class)
        .orShould()
        .callMethod(Arrays.class, "compare", byte[].class, byte[].class)
        .orShould()
        .callMethod(Arrays.class, "mismatch", byte[].class, byte[].class)
        .check(House.CLASSES);
    classes()
        .that()
        .belongToAnyOf(Secret.class, Unlock.class)
        .and()
        .areTopLevelClasses()
        .should()
        .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
        .check(House.CLASSES);
  }

  /** A fault's reference and a benchmark's addresses open nothing. */
  @Test
  void chanceIsThatOfTheOperatingSystem() {
    noClasses()
        .that()
        .resideOutsideOfPackages("souspli.web", "souspli.bench", "souspli.demo", "souspli.standin")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Random.class, ThreadLocalRandom.class)
        .orShould()
        .callMethod(Math.class, "random")
        .check(House.CLASSES);
  }
}
