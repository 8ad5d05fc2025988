package souspli.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedDateTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @ParameterizedTest
  @CsvSource({
    "27,3,1952,1952-03-27",
    "' 27 ','03.','1952 ',1952-03-27",
    "٢٧,٣,١٩٥٢,1952-03-27",
    "۲۷,۳,۱۹۵۲,1952-03-27",
    "２７,３,１９５２,1952-03-27",
    "27,mars,1952,1952-03-27",
    "27,MARS,1952,1952-03-27",
    "27,march,1952,1952-03-27",
    "1er,fevrier,1952,1952-02-01",
    "1,févr.,1952,1952-02-01",
    "4,août,1952,1952-08-04",
    "4,aou,1952,1952-08-04",
    "4,Dec,1952,1952-12-04",
    "27/03/1952,'','',1952-03-27",
    "27031952,'','',1952-03-27",
    "'','',27.3.1952,1952-03-27",
    "1952-03-27,'','',1952-03-27",
    "19520327,'','',1952-03-27",
    "27 mars 1952,'','',1952-03-27",
    "'March 27, 1952','','',1952-03-27",
    "27/3,'',1952,1952-03-27",
    "27,3/1952,'',1952-03-27",
    "29,2,2000,2000-02-29",
    "24,11,2026,2026-11-24",
    "1,1,1900,1900-01-01",
    "'',3,1952,1952-03-00",
    "0,3,1952,1952-03-00",
    "00,00,1952,1952-00-00",
    "'','',1952,1952-00-00",
    "0,'',1952,1952-00-00",
    "mars 1952,'','',1952-03-00"
  })
  void reads(String day, String month, String year, String iso) {
    assertEquals(iso, date(AskedDate.read(day, month, year, TODAY, Locale.FRENCH)));
  }

  @ParameterizedTest
  @CsvSource({
    "27,mayıs,1952,tr,1952-05-27",
    "27,mayis,1952,tr,1952-05-27",
    "27,березня,1952,uk,1952-03-27",
    "27,مارس,1952,ar,1952-03-27",
    "٢٧,افريل,١٩٥٢,ar,1952-04-27",
    "27,غشت,1952,ar,1952-08-27",
    "27,août,1952,ar,1952-08-27",
    "27 de marzo de 1952,'','',es,1952-03-27",
    "27 de março de 1952,'','',pt,1952-03-27",
    "27,septembrie,1952,ro,1952-09-27",
    "27 марта 1952 года,'','',ru,1952-03-27",
    "27,март,1952,ru,1952-03-27",
    "27 серпня 1952 р.,'','',uk,1952-08-27",
    "1952年3月27日,'','',zh,1952-03-27",
    "27,十一月,1952,zh,1952-11-27",
    "27日,3月,1952年,zh,1952-03-27"
  })
  void knowsTheMonthsOfThePagesLanguage(String day, String month, String year, String language, String iso) {
    assertEquals(iso, date(AskedDate.read(day, month, year, TODAY, Locale.of(language))));
  }

  @ParameterizedTest
  @CsvSource({
    "'','','',DATE_MISSING",
    "'-','/','.',DATE_MISSING",
    "27,3,52,YEAR_DIGITS",
    "27,3,'',YEAR_DIGITS",
    "27,'','',YEAR_DIGITS",
    "27,3,19522,YEAR_DIGITS",
    "270352,'','',YEAR_DIGITS",
    "27,'',1952,MONTH_MISSING",
    "27,0,1952,MONTH_MISSING",
    "27,jui,1952,MONTH_UNREADABLE",
    "27,brumaire,1952,MONTH_UNREADABLE",
    "mars,3,1952,DAY_UNREADABLE",
    "30,2,1952,NO_SUCH_DATE",
    "29,2,1900,NO_SUCH_DATE",
    "1,13,1952,NO_SUCH_DATE",
    "32,1,1952,NO_SUCH_DATE",
    "0,13,1952,NO_SUCH_DATE",
    "27,3 4,1952,NO_SUCH_DATE",
    "31,12,1899,YEAR_TOO_EARLY",
    "25,11,2026,IN_FUTURE",
    "0,0,2027,IN_FUTURE",
    "1,1,9999,IN_FUTURE"
  })
  void says(String day, String month, String year, Fault fault) {
    assertEquals(new AskedDate.Wrong(fault), AskedDate.read(day, month, year, TODAY, Locale.FRENCH));
  }

  private static String date(AskedDate asked) {
    return switch (asked) {
      case AskedDate.Date date -> date.date().iso();
      case AskedDate.Wrong wrong -> wrong.fault().name();
    };
  }
}
