package souspli.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import souspli.signin.PasswordRule.Fault;

class PasswordRuleTest {

  private static final List<String> ABOUT =
      List.of("Hélène Lefèvre-Dubois", "h.lefevre@gare-pharmacie.fr", "Pharmacie de la Gare");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cheval tordu agrafe verte", "tournesol-vélo-17-kiwi", "x7Kq2vLp9sTzR4mW", "Le chat dort sur la commode",
        "北京的秋天很美丽我每年都去看红叶", "trois petits chats, chapeau de paille"
      })
  void passwordsOfOnesOwn(String password) {
    assertEquals(Optional.empty(), PasswordRule.fault(password, ABOUT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passwordpassword", "MotDePasse123456", "P@ssw0rdP@ssw0rd", "azertyuiopqsdfghjklm", "123456789012345",
        "aaaaaaaaaaaaaaaaaa", "abcabcabcabcabcabc", "qwertyuiop12345", "Soleil2026Soleil!", "jetaimejetaime12",
        "bonjour bonjour !!", "correct horse battery staple", "987654321987654321", "Pharmacie2026!!!"
      })
  void passwordsThatAreTriedFirst(String password) {
    assertEquals(Optional.of(Fault.COMMON), PasswordRule.fault(password, ABOUT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "helenelefevre1234", "Lefèvre-Dubois-2026", "PharmacieDeLaGare1", "h.lefevre@gare-pharmacie.fr",
        "dubois.lefevre.gare"
      })
  void passwordsAboutThePerson(String password) {
    assertEquals(Optional.of(Fault.ABOUT_YOU), PasswordRule.fault(password, ABOUT));
  }

  @Test
  void lengthsAreCountedInCharacters() {
    assertEquals(Optional.of(Fault.TOO_SHORT), PasswordRule.fault("x7Kq2vLp9sTzR4", ABOUT));
    assertEquals(Optional.of(Fault.TOO_SHORT), PasswordRule.fault("", ABOUT));
    assertEquals(Optional.of(Fault.TOO_SHORT), PasswordRule.fault("🦊🐻🐼🐨🐯🦁🐮", ABOUT));
    assertEquals(Optional.empty(), PasswordRule.fault("x7Kq2vLp9sTzR4m".repeat(8) + "Bd6Hn1Yc", ABOUT));
    assertEquals(Optional.of(Fault.TOO_LONG), PasswordRule.fault("x7Kq2vLp9sTzR4m".repeat(9), ABOUT));
  }
}
