package souspli.opening;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import souspli.opening.Opening.Truth;
import souspli.web.Languages;
import souspli.web.Texts;

/** One answer as its view reads it, {@code #{page}}: the words, what was typed, and what there is to say. */
public class PatientPage {
  private final Typed typed;
  private final Opening opening;
  private final Texts texts;
  private final List<Choice> languages;
  private final Optional<ResultSheet> sheet;

  PatientPage(Typed typed, Opening opening) {
    this.typed = opening instanceof Truth truth ? proven(truth, typed.language()) : typed;
    this.opening = opening;
    this.texts = Texts.of("opening", typed.language());
    this.languages = Languages.OF_PATIENTS.all().stream().map(language -> choice(language, typed.language())).toList();
    this.sheet =
        opening instanceof Opening.Shown shown
            ? Optional.of(new ResultSheet(shown, texts, typed.language()))
            : Optional.empty();
  }

  private static Choice choice(Locale language, Locale chosen) {
    return new Choice(
        language.getLanguage(), Texts.of("opening", language).say("language.own"), language.equals(chosen));
  }

  /** Code and date as they were right, for whoever asks again. */
  private static Typed proven(Truth truth, Locale language) {
    String[] date = truth.proven().date().iso().split("-");
    return new Typed(truth.proven().token().text(), date[2], date[1], date[0], language);
  }

  public String say(String key) {
    return texts.say(key);
  }

  public String say(String key, Object value) {
    return texts.say(key, value);
  }

  public String getCode() {
    return typed.code();
  }

  public String getDay() {
    return typed.day();
  }

  public String getMonth() {
    return typed.month();
  }

  public String getYear() {
    return typed.year();
  }

  /** A language to choose, in its own words. */
  public record Choice(String code, String name, boolean chosen) {
    public String getCode() {
      return code;
    }

    public String getName() {
      return name;
    }

    public boolean isChosen() {
      return chosen;
    }
  }

  public List<Choice> getLanguages() {
    return languages;
  }

  /** A mistake and the field it is in. */
  public record Mistake(String field, String words) {
    public String getField() {
      return field;
    }

    public String getWords() {
      return words;
    }
  }

  public List<Mistake> getMistakes() {
    return opening instanceof Opening.BadForm bad
        ? bad.faults().stream()
            .map(fault -> new Mistake(fault.field().id(), texts.say("fault." + fault.name())))
            .toList()
        : List.of();
  }

  /** What is wrong with the date; empty when nothing is. */
  public String getDateMistake() {
    return getMistakes().stream().filter(m -> !m.field().equals("code")).map(Mistake::words).findFirst().orElse("");
  }

  /** What is wrong with the code; empty when nothing is. */
  public String getCodeMistake() {
    return getMistakes().stream().filter(m -> m.field().equals("code")).map(Mistake::words).findFirst().orElse("");
  }

  /** One of the date's three fields. */
  public record DatePart(String id, String value, boolean wrong, boolean dateWrong) {
    public String getId() {
      return id;
    }

    /** Key of its name. */
    public String getLabel() {
      return id + ".field";
    }

    public String getValue() {
      return value;
    }

    public boolean isWrong() {
      return wrong;
    }

    /** A month may be typed as a word. */
    public String getKeyboard() {
      return id.equals("month") && !value.chars().allMatch(Character::isDigit) ? "text" : "numeric";
    }

    public String getDescribed() {
      return dateWrong ? "wrong-date" : "example";
    }
  }

  public List<DatePart> getDateParts() {
    List<String> wrong = getMistakes().stream().map(Mistake::field).toList();
    boolean dateWrong = !getDateMistake().isEmpty();
    return List.of(
        new DatePart("day", typed.day(), wrong.contains("day"), dateWrong),
        new DatePart("month", typed.month(), wrong.contains("month"), dateWrong),
        new DatePart("year", typed.year(), wrong.contains("year"), dateWrong));
  }

  /** Whether the question is what the page is about. */
  public boolean isQuestion() {
    return opening instanceof Opening.Question || opening instanceof Opening.BadForm;
  }

  /** What another language does: it draws the form again and counts nothing, or opens anew. */
  public String getLanguageAct() {
    return isQuestion() || opening instanceof Opening.WrongDetails ? "redraw" : "reopen";
  }

  /** Whom to call. */
  public String getPharmacy() {
    return toCall().name();
  }

  public String getTelephone() {
    return toCall().telephone();
  }

  private Opening.ToCall toCall() {
    return switch (opening) {
      case Opening.WithdrawnByPharmacy withdrawn -> withdrawn.pharmacy();
      case Opening.NoResult noResult -> noResult.pharmacy();
      case Opening.CallPatientIn callIn -> callIn.pharmacy();
      default -> throw new IllegalStateException("nobody to call here");
    };
  }

  /** The result; only a view of {@link Opening.Shown} asks for it. */
  public ResultSheet getSheet() {
    return sheet.orElseThrow(() -> new IllegalStateException("no result here"));
  }

  /** A number as a telephone dials it. */
  public String dial(String telephone) {
    return telephone.replaceAll("[^+0-9]", "");
  }
}
