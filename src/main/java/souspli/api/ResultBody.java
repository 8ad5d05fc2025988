package souspli.api;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import souspli.result.Analyte;
import souspli.result.Finding;
import souspli.result.Outcome;
import souspli.result.TestResult.CorrectionReason;
import souspli.result.TestResult.EarlyReason;

/**
 * What a test came to, as software sends it: {@code outcomes} is {@code "invalid"}, or an object with {@code positive}
 * or {@code negative} by LOINC code. Never printed.
 *
 * @param early why it is read before the kit's time
 * @param reason why it differs from what was entered before
 */
record ResultBody(Outcome outcome, Optional<EarlyReason> early, Optional<CorrectionReason> reason) {
  private static final String OUTCOMES = "outcomes";

  static ResultBody read(Fields fields) {
    Optional<Outcome> outcome = outcome(fields);
    Optional<EarlyReason> early = fields.takeOne("early", EarlyReason.values());
    Optional<CorrectionReason> reason = fields.takeOne("reason", CorrectionReason.values());
    fields.check();
    return new ResultBody(outcome.orElseThrow(), early, reason);
  }

  private static Optional<Outcome> outcome(Fields fields) {
    String word = fields.take(OUTCOMES);
    Map<String, String> words = fields.takeAll(OUTCOMES);
    if (!word.isEmpty()) {
      if (!word.equals("invalid")) {
        fields.wrong(Fault.malformed(OUTCOMES, "invalid, or an object with an outcome for each analyte"));
      }
      return Optional.of(Outcome.invalid());
    }
    if (words.isEmpty()) {
      fields.wrong(Fault.missing(OUTCOMES));
      return Optional.empty();
    }
    Map<Analyte, Finding> findings = new EnumMap<>(Analyte.class);
    words.forEach((loinc, found) -> put(fields, findings, loinc, found));
    return findings.isEmpty() ? Optional.empty() : Optional.of(Outcome.of(findings));
  }

  private static void put(Fields fields, Map<Analyte, Finding> findings, String loinc, String word) {
    String field = OUTCOMES + "." + loinc;
    Optional<Analyte> analyte = Analyte.parse(loinc);
    if (analyte.isEmpty()) {
      fields.wrong(new Fault(field, "unknown", "no test here looks for it"));
      return;
    }
    switch (word) {
      case "positive" -> findings.put(analyte.get(), Finding.FOUND);
      case "negative" -> findings.put(analyte.get(), Finding.NOT_FOUND);
      default -> fields.wrong(Fault.malformed(field, "one of positive, negative"));
    }
  }

  @Override
  public String toString() {
    return "ResultBody[hidden]";
  }
}
