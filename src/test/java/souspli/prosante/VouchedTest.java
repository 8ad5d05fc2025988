package souspli.prosante;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import souspli.directory.Rpps;
import souspli.pharmacies.Finess;

class VouchedTest {
  private static final String PHARMACIST =
      """
      {"SubjectNameID": "810003456789", "SubjectRole": ["21^1.2.250.1.213.1.1.5.5"],
       "SubjectRefPro": {"codeCivilite": "MME", "exercices": [
        {"codeProfession": "21", "codeCategorieProfessionnelle": "C", "activities": [
         {"codeModeExercice": "S", "numeroFinessSite": "990000010", "raisonSocialeSite": "PHARMACIE"},
         {"codeModeExercice": "S", "numeroFinessSite": ""},
         {"codeModeExercice": "L", "numeroFinessSite": "2A0000014"}]},
        {"codeProfession": "10", "activities": [{"numeroFinessSite": "990000002"}]}]}}
      """;

  @Test
  void aPharmacistIsReadWithEveryPlaceAtWhichTheyAreOne() throws ParseException {
    Vouched vouched = Vouched.of(JSONObjectUtils.parse(PHARMACIST)).orElseThrow();
    assertEquals(Rpps.of("10003456789"), vouched.rpps());
    assertEquals(Set.of(Finess.of("990000010"), Finess.of("2A0000014")), vouched.places());
  }

  @Test
  void nobodyElseIs() throws ParseException {
    assertNobody("a physician", "\"21\"", "\"10\"");
    assertNobody("a number that is none of the register's", "810003456789", "010003456789");
    assertNobody("a test identity", "810003456789", "ANS20231122132732");
    assertNobody("a number in a number's form", "\"810003456789\"", "810003456789");
    assertNobody("a profession in a number's form", "\"21\"", "21");
    assertNobody("no place", "numeroFinessSite", "numeroFinessetablissementJuridique");
    assertNobody("no activities", "activities", "activites");
    assertNobody("without its claim", "SubjectRefPro", "SubjectRefpro");
    assertTrue(Vouched.of(JSONObjectUtils.parse("{\"SubjectNameID\": null, \"SubjectRefPro\": []}")).isEmpty());
  }

  private static void assertNobody(String what, String from, String to) throws ParseException {
    String changed = PHARMACIST.replace(from, to);
    assertTrue(!changed.equals(PHARMACIST), what);
    assertTrue(Vouched.of(JSONObjectUtils.parse(changed)).isEmpty(), what);
  }
}
