package souspli.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import souspli.issuing.CorrectResult;
import souspli.issuing.EnterResult;
import souspli.issuing.IssueLink;
import souspli.issuing.IssuedSlip;
import souspli.issuing.NewSlip;
import souspli.issuing.WithdrawLink;
import souspli.links.WithdrawGrounds;
import souspli.result.Analyte;
import souspli.result.Finding;
import souspli.result.Kit;
import souspli.result.Outcome;
import souspli.result.Sex;
import souspli.result.TestKind;
import souspli.result.TestResult.CorrectionReason;
import souspli.result.TestResult.EarlyReason;
import souspli.result.Traits;
import souspli.sealedlink.DateOfBirth;
import souspli.sealedlink.SlipNumber;
import souspli.staff.Acting;

/** Slips for a demo, in each state that a patient can meet, of invented people. */
@Dependent
public class DemoSlips {
  private static final List<String> FAMILIES =
      List.of("Garnier", "Lefèvre", "Nguyễn", "Da Silva", "O’Brien", "Benali", "Šimek", "Kowalska", "Roux", "Yılmaz");
  private static final List<String> GIVEN =
      List.of("Léa", "Jules", "Aminata", "Chloé", "Mehdi", "Zoé", "Tomás", "Anaïs", "Lin", "Émile");
  private static final LocalDate OLDEST = LocalDate.of(1926, 1, 1);
  private static final LocalDate YOUNGEST = LocalDate.of(2022, 1, 1);

  private final IssueLink issue;
  private final EnterResult enter;
  private final CorrectResult correct;
  private final WithdrawLink withdraw;
  private final SecureRandom random;

  @Inject
  public DemoSlips(
      IssueLink issue, EnterResult enter, CorrectResult correct, WithdrawLink withdraw, SecureRandom random) {
    this.issue = issue;
    this.enter = enter;
    this.correct = correct;
    this.withdraw = withdraw;
    this.random = random;
  }

  /** A slip as {@code demo.json} tells testers: with what only its paper knows. */
  record Made(String code, String dateOfBirth, String slipNumber, String state, String outcome) {
    JsonObject json() {
      return Json.createObjectBuilder()
          .add("code", code)
          .add("dateOfBirth", dateOfBirth)
          .add("slipNumber", slipNumber)
          .add("state", state)
          .add("outcome", outcome)
          .build();
    }

    Made in(String newState, String newOutcome) {
      return new Made(code, dateOfBirth, slipNumber, newState, newOutcome);
    }

    @Override
    public String toString() {
      return "Made[hidden]";
    }
  }

  Made pending(Acting acting) {
    return issue(acting, aKind());
  }

  Made ready(Acting acting, String outcome) {
    TestKind kind = aKind();
    return enter(acting, kind, issue(acting, kind), outcome).in("ready", outcome);
  }

  Made corrected(Acting acting) {
    Made made = enter(acting, TestKind.FLU, issue(acting, TestKind.FLU), "negative");
    CorrectResult.Answer answer =
        correct.correct(
            acting, SlipNumber.of(made.slipNumber()), outcome(TestKind.FLU, "positive"), CorrectionReason.READ_WRONG);
    if (answer instanceof CorrectResult.Corrected) {
      return made.in("corrected", "positive");
    }
    throw new IllegalStateException("not corrected: " + answer);
  }

  Made withdrawn(Acting acting) {
    Made made = ready(acting, "negative");
    WithdrawLink.Answer answer = 
        withdraw.withdraw(
            acting, SlipNumber.of(made.slipNumber()), Optional.of(WithdrawGrounds.WRONG_PERSON));
    if (answer instanceof WithdrawLink.Withdrawn) {
      return made.in("withdrawn", "");
    }
    throw new IllegalStateException("not withdrawn: " + answer);
  }

  private Made issue(Acting acting, TestKind kind) {
    Traits traits = aPerson();
    NewSlip slip = new NewSlip(NewSlip.Draft.fresh(random), traits, kind, new Kit("Demo Test", "D26-" + kind.code()));
    IssueLink.Answer answer = issue.issue(acting, slip);
    if (answer instanceof IssueLink.Answer.Issued(IssuedSlip issued)) {
      try (issued) {
        return new Made(
            issued.token().text(), traits.dateOfBirth().iso(), issued.number().digits(), "pending", "");
      }
    }
    throw new IllegalStateException("not issued: " + answer);
  }

  private Made enter(Acting acting, TestKind kind, Made made, String outcome) {
    EnterResult.Answer answer =
        enter.enter(
            acting,
            SlipNumber.of(made.slipNumber()),
            outcome(kind, outcome),
            Optional.of(EarlyReason.TAKEN_EARLIER));
    if (answer instanceof EnterResult.Entered) {
      return made;
    }
    throw new IllegalStateException("no result: " + answer);
  }

  /** Positive: the first of what the test looks for was found. */
  private static Outcome outcome(TestKind kind, String word) {
    if (word.equals("invalid")) {
      return Outcome.invalid();
    }
    Map<Analyte, Finding> findings = new EnumMap<>(Analyte.class);
    kind.analytes().forEach(analyte -> findings.put(analyte, Finding.NOT_FOUND));
    if (word.equals("positive")) {
      findings.put(kind.analytes().getFirst(), Finding.FOUND);
    }
    return Outcome.of(findings);
  }

  private Traits aPerson() {
    LocalDate born = OLDEST.plusDays(random.nextLong(YOUNGEST.toEpochDay() - OLDEST.toEpochDay()));
    return new Traits(
        one(FAMILIES),
        one(GIVEN),
        Optional.empty(),
        random.nextBoolean() ? Sex.FEMALE : Sex.MALE,
        DateOfBirth.of(born.toString()),
        Optional.empty(),
        Optional.of("06 00 00 00 %02d".formatted(random.nextInt(100))),
        Optional.empty(),
        Optional.of("69002"));
  }

  private TestKind aKind() {
    return one(List.of(TestKind.values()));
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
