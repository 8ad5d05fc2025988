package souspli.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import souspli.result.Sex;
import souspli.result.Traits;
import souspli.sealedlink.DateOfBirth;

/** Whoever writes a name twice rarely writes it the same way. */
class PlainNameTest {
  @Test
  void wordsAreWhatIsCompared() {
    assertEquals(List.of("lefevre", "o", "brien"), PlainName.words("Lefèvre-O’Brien"));
    assertEquals(List.of("coeur", "strauss"), PlainName.words("CŒUR  Strauß"));
    assertEquals(List.of("шевченко"), PlainName.words("Шевченко"));
    assertEquals(List.of(), PlainName.words(" - "));
  }

  @ParameterizedTest
  @CsvSource({
    "Lefèvre,Jeanne Marie,1952-03-27,true",
    "LEFEVRE,jeanne,1952-03-27,true",
    "Lefevre,Jeanne-Louise,1952-03-27,true",
    "Lefèvre,Marie,1952-03-27,false",
    "Lefèvre,Jeanne,1952-03-28,false",
    "Lefèvre-Roux,Jeanne,1952-03-27,false",
  })
  void theSamePersonIs(String birthName, String givenNames, String born, boolean same) {
    assertEquals(same, PlainName.same(person("Lefèvre", "Jeanne", "1952-03-27"), person(birthName, givenNames, born)));
  }

  private static Traits person(String birthName, String givenNames, String born) {
    Optional<String> none = Optional.empty();
    return new Traits(
        birthName, givenNames, none, Sex.UNKNOWN, DateOfBirth.of(born), Optional.empty(), none, none, none);
  }
}
