package souspli.counter;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souspli.counter.Filled.Carried;
import souspli.issuing.CorrectResult;
import souspli.issuing.EnterResult;
import souspli.issuing.LookAtResult;
import souspli.issuing.Refusal;
import souspli.result.Analyte;
import souspli.result.Finding;
import souspli.result.Outcome;
import souspli.result.Sample;
import souspli.result.TestKind;
import souspli.result.TestResult;
import souspli.result.TestResult.CorrectionReason;
import souspli.result.TestResult.EarlyReason;
import souspli.staff.Act;

/** What a test came to, as it is read: entered, or corrected. Nothing is chosen beforehand; all is read back once. */
@Named
@RequestScoped
public class ResultPage {
  private static final String INVALID = "invalid";

  private Filled filled;
  private CounterPage counter;
  private EnterResult enterResult;
  private CorrectResult correctResult;
  private LookAtResult lookAtResult;
  private Words words;

  private Outcome outcome;

  protected ResultPage() {}

  @Inject
  ResultPage(
      Filled filled,
      CounterPage counter,
      EnterResult enterResult,
      CorrectResult correctResult,
      LookAtResult lookAtResult,
      Words words) {
    this.filled = filled;
    this.counter = counter;
    this.enterResult = enterResult;
    this.correctResult = correctResult;
    this.lookAtResult = lookAtResult;
    this.words = words;
  }

  /** One line of a correction's read-back. */
  public record Change(String analyte, String before, String now) {}

  /* ---- what is done ---- */

  public void readBack() {
    Optional<Outcome> chosen = chosen();
    if (chosen.isEmpty() | !isReasonGiven()) {
      return;
    }
    if (isCorrection() && Carried.text(kind(), chosen.get()).equals(before())) {
      filled.fault("form", words.say("correct.same"));
    } else {
      counter.review(true);
    }
  }

  private boolean isReasonGiven() {
    return isCorrection()
        ? reason("correctReason", CorrectionReason.values()).isPresent()
        : !isEarly() || reason("earlyReason", EarlyReason.values()).isPresent();
  }

  public void enter() {
    Optional<Outcome> chosen = chosen();
    if (chosen.isEmpty()) {
      counter.review(false);
      return;
    }
    Optional<EarlyReason> early = isEarly() ? reason("earlyReason", EarlyReason.values()) : Optional.empty();
    switch (enterResult.enter(counter.acting(), counter.number(), chosen.get(), early)) {
      case EnterResult.Entered() -> counter.answered(words.say("enter.done"));
      case EnterResult.Unchanged() -> counter.answered(words.say("enter.unchanged"));
      case EnterResult.AnotherStands() -> counter.answered(words.say("enter.anotherStands"));
      case EnterResult.TooEarly(Duration _) -> counter.review(false);
      case EnterResult.NotOfThisTest() -> throw new IllegalStateException("the form asked for another test");
      case Refusal why -> counter.refused(why);
    }
  }

  public void correct() {
    Optional<Outcome> chosen = chosen();
    Optional<CorrectionReason> reason = reason("correctReason", CorrectionReason.values());
    if (chosen.isEmpty() || reason.isEmpty()) {
      counter.review(false);
      return;
    }
    if (!counter.isProvenFor(Act.CORRECT)) {
      return;
    }
    switch (correctResult.correct(counter.acting(), counter.number(), chosen.get(), reason.get())) {
      case CorrectResult.Corrected(TestResult _, TestResult _) -> counter.answered(words.say("correct.done"));
      case CorrectResult.SameOutcome() -> counter.answered(words.say("correct.same"));
      case EnterResult.NotOfThisTest() -> throw new IllegalStateException("the form asked for another test");
      case Refusal why -> counter.refused(why);
    }
  }

  /* ---- what was chosen ---- */

  private static String field(Analyte analyte) {
    return "outcome-" + analyte;
  }

  private Optional<Outcome> chosen() {
    if (filled.choice(INVALID).equals("true")) {
      outcome = Outcome.invalid();
      return Optional.of(outcome);
    }
    Map<Analyte, Finding> findings = new EnumMap<>(Analyte.class);
    for (Analyte analyte : getAnalytes()) {
      switch (filled.choice(field(analyte))) {
        case "found" -> findings.put(analyte, Finding.FOUND);
        case "not-found" -> findings.put(analyte, Finding.NOT_FOUND);
        default -> filled.fault(field(analyte), words.say("outcome.missing"));
      }
    }
    if (findings.size() == getAnalytes().size()) {
      outcome = Outcome.of(findings);
    }
    return Optional.ofNullable(outcome);
  }

  private <R extends Enum<R>> Optional<R> reason(String field, R[] reasons) {
    String name = filled.choice(field);
    Optional<R> reason = Arrays.stream(reasons).filter(each -> each.name().equals(name)).findFirst();
    if (reason.isEmpty()) {
      filled.fault(field, words.say(field + ".missing"));
    }
    return reason;
  }

  /* ---- what the views show ---- */

  private Sample sample() {
    return counter.getRow().orElseThrow().dossier().orElseThrow().sample();
  }

  private TestKind kind() {
    return sample().kind();
  }

  public List<Analyte> getAnalytes() {
    return kind().analytes();
  }

  public boolean chosen(Analyte analyte, String finding) {
    return filled.of(field(analyte)).equals(finding);
  }

  public String fault(Analyte analyte) {
    return filled.getFaults().get(field(analyte));
  }

  public String faultId(Analyte analyte) {
    return field(analyte) + "-fault";
  }

  public boolean isCorrection() {
    return counter.at("CORRECT");
  }

  public String getTitle() {
    return isCorrection() ? "correct.title" : "enter.title";
  }

  /** Whether a first result is entered before the kit is to be read. */
  public boolean isEarly() {
    return !isCorrection() && words.now().isBefore(sample().readyAt());
  }

  public String getEarlyWords() {
    Instant readyAt = sample().readyAt();
    long minutes = Duration.between(words.now(), readyAt).toMinutes() + 1;
    return words.say("enter.early.words", words.time(readyAt), minutes);
  }

  public EarlyReason[] getEarlyReasons() {
    return EarlyReason.values();
  }

  public CorrectionReason[] getCorrectReasons() {
    return CorrectionReason.values();
  }

  public List<String> getLines() {
    return outcome == null || isCorrection() ? List.of() : words.lines(kind(), outcome);
  }

  /**
   * The outcome that stands, as the page carries it from one request to the next: looked at once, when the form opens,
   * since each look is an event that the holder sees. What is saved does not depend on it.
   */
  private String before() {
    if (filled.of("before").isEmpty()) {
      switch (lookAtResult.look(counter.acting(), counter.number())) {
        case LookAtResult.Looked(_, TestResult result) -> filled.set("before", Carried.text(kind(), result.outcome()));
        case Refusal why -> counter.refused(why);
      }
    }
    return filled.of("before");
  }

  public String getBeforeLine() {
    return standing().map(outcome -> String.join(" · ", words.lines(kind(), outcome))).orElse("");
  }

  public List<Change> getChanges() {
    if (!isCorrection() || outcome == null) { // Faces asks before anything was chosen, too
      return List.of();
    }
    Optional<Outcome> before = standing();
    if (before.isEmpty()) {
      return List.of();
    }
    return getAnalytes().stream()
        .map(
            analyte ->
                new Change(
                    words.analyte(analyte), words.finding(before.get(), analyte), words.finding(outcome, analyte)))
        .filter(change -> !change.before().equals(change.now()))
        .toList();
  }

  private Optional<Outcome> standing() {
    return Carried.parse(kind(), before());
  }
}
