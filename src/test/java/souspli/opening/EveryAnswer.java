package souspli.opening;

import static souspli.fixtures.ASealedLink.aResult;
import static souspli.fixtures.ASealedLink.outcome;
import static souspli.result.Finding.FOUND;
import static souspli.result.Finding.NOT_FOUND;

import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import souspli.fixtures.ASealedLink;
import souspli.fixtures.Phone;
import souspli.links.WithdrawReason;
import souspli.result.Outcome;
import souspli.result.TestKind;
import souspli.sealedlink.Token;

/** Every page that a patient can come to, and how: what is typed, and which button brings it about. */
record EveryAnswer(String name, String code, String day, String month, String year, String button) {
  private static final String UNKNOWN = "000G40R40M30E209185GR38E1W64";

  static List<EveryAnswer> in(ASealedLink links) throws SQLException {
    return List.of(
        form("badForm", UNKNOWN.substring(1), "30", "2", "52"),
        form("nothingTyped", "", "", "", ""),
        form("muchTyped", "&".repeat(99), "&".repeat(99), "&".repeat(99), "&".repeat(99)),
        form("wrongDetails", UNKNOWN, "1", "2", "1950"),
        right("notReadyYet", links.pending()),
        right("withdrawnByPharmacy", links.withdrawn(WithdrawReason.PHARMACY)),
        right("withdrawnBySupport", links.withdrawn(WithdrawReason.SUPPORT)),
        right("erased", links.withdrawn(WithdrawReason.ERASED)),
        right("replaced", links.withdrawn(WithdrawReason.REPLACED)),
        right("noResult", links.withdrawn(WithdrawReason.NO_RESULT)),
        right("unavailable", links.broken()),
        right("found", links.ready(aResult(TestKind.COVID, outcome(TestKind.COVID, FOUND)))),
        right("notFound", links.ready(aResult(TestKind.COVID, outcome(TestKind.COVID, NOT_FOUND)))),
        right("flu", links.ready(aResult(TestKind.FLU, outcome(TestKind.FLU, FOUND, NOT_FOUND)))),
        right("triplex", links.ready(aResult(TestKind.TRIPLEX, outcome(TestKind.TRIPLEX, FOUND, NOT_FOUND, FOUND)))),
        right("strep", links.ready(aResult(TestKind.STREP_A, outcome(TestKind.STREP_A, FOUND)))),
        right("noStrep", links.ready(aResult(TestKind.STREP_A, outcome(TestKind.STREP_A, NOT_FOUND)))),
        right("invalid", links.ready(aResult(TestKind.TRIPLEX, Outcome.invalid()))),
        right("largest", links.wornOut(ASealedLink.theLargest(), 9)),
        new EveryAnswer("eraseAsked", UNKNOWN, "1", "2", "1950", "erase"));
  }

  private static EveryAnswer form(String name, String code, String day, String month, String year) {
    return new EveryAnswer(name, code, day, month, year, "open");
  }

  private static EveryAnswer right(String name, Token token) {
    return new EveryAnswer(name, token.text(), "27", "3", "1952", "open");
  }

  /** The fields as they are posted. */
  Map<String, String> form() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("code", code);
    form.put("day", day);
    form.put("month", month);
    form.put("year", year);
    form.put(button, "");
    return form;
  }

  /** Types them into the page. */
  void fill(Page page) {
    page.fill("#day", day);
    page.fill("#month", month);
    page.fill("#year", year);
    page.fill("#code", code);
  }

  /** Posts it again and again until that place is told to wait; returns what it is told. */
  String untilItIsTooMuch(Phone phone) {
    for (int tries = 0; tries < 80; tries++) {
      var told = phone.post(form());
      if (told.statusCode() == 429) {
        return told.body();
      }
    }
    throw new AssertionError("a neighbourhood may try without an end");
  }
}
