package souspli.slip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import souspli.sealedlink.SlipNumber;
import souspli.sealedlink.Token;
import souspli.web.Languages;

class PaperSlipTest {
  private static final Token TOKEN = Token.parse("000G-40R4-0M30-E209-185G-R38E-1W64").orElseThrow();

  /** Diseases, what causes them, and what was or was not found. */
  private static final List<String> NEVER_SAID =
      List.of(
          "covid", "ковид", "ковід", "كوفيد", "新冠", "gripp", "grip", "gripe", "flu", "грип", "إنفلونزا", "流感", "angin",
          "amigdal", "ангин", "ангін", "strep", "стреп", "المكورات", "链球菌", "virus", "вирус", "вірус", "فيروس", "病毒",
          "bact", "bakter", "бактер", "positi", "pozitif", "pozitiv", "позитив", "положител", "إيجابي", "阳性", "negati",
          "négati", "негатив", "отрицател", "سلبي", "阴性");

  /** Whoever wants to add a component has to come here first and say why the finder of a slip may learn it. */
  @Test
  void hasNoPlaceForATrait() {
    List<String> components =
        Arrays.stream(PaperSlip.class.getRecordComponents())
            .map(component -> component.getType().getSimpleName() + ' ' + component.getName())
            .toList();
    assertEquals(
        List.of(
            "Token token",
            "SlipNumber slipNumber",
            "String pharmacyName",
            "String telephone",
            "ZonedDateTime readyAt",
            "LocalDate lastDate",
            "URI baseUrl",
            "boolean specimen",
            "Locale language"),
        components);
  }

  @Test
  void saysNoDiseaseAndNoTestInAnyLanguage() {
    for (Locale language : Languages.OF_PATIENTS.all()) {
      PaperSlip slip = aSlip(language);
      for (String key :
          List.of(
              "title", "step.1", "step.2", "step.3", "step.4", "code", "code.how", "help", "secret", "specimen")) {
        String text = slip.say(key).toLowerCase(language);
        for (String word : NEVER_SAID) {
          assertFalse(text.contains(word), language + " " + key + ": " + word);
        }
      }
    }
  }

  @Test
  void writesTheCodeInSevenGroupsOfFour() {
    assertEquals(List.of("000G", "40R4", "0M30", "E209", "185G", "R38E", "1W64"), aSlip(Locale.FRENCH).groups());
  }

  @Test
  void writesDatesInWordsOfItsLanguage() {
    assertEquals("mardi 24 novembre 2026 à\u00a014\u00a0h\u00a005", aSlip(Locale.FRENCH).ready());
    assertEquals("Tuesday 24 November 2026 at\u00a014:05", aSlip(Locale.ENGLISH).ready());
    assertEquals("22 février 2027", aSlip(Locale.FRENCH).last());
    assertEquals("22 February 2027", aSlip(Locale.ENGLISH).last());
  }

  @Test
  void writesTheHostAsItIsTyped() {
    assertEquals("localhost:8080", aSlip(Locale.FRENCH).host());
    assertTrue(aSlip(Locale.FRENCH).say("code.how", "localhost:8080").contains(" localhost:8080 "));
  }

  @Test
  void doesNotPrintItsCode() {
    assertFalse(aSlip(Locale.FRENCH).toString().contains("40R4"));
  }

  private static PaperSlip aSlip(Locale language) {
    return new PaperSlip(
        TOKEN,
        SlipNumber.parse("4821930577").orElseThrow(),
        "Pharmacie de la Gare",
        "01 99 00 12 34",
        ZonedDateTime.parse("2026-11-24T14:05:00+01:00[Europe/Paris]"),
        LocalDate.parse("2027-02-22"),
        URI.create("http://localhost:8080"),
        true,
        language);
  }
}
