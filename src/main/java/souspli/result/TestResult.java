package souspli.result;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One revision of a result: everything that its holder is shown of it. Times are to the minute. The outcome, and the
 * one it replaced if it was corrected, are possible for the kind of test. Never printed.
 */
public record TestResult(
    Sample sample, Outcome outcome, Optional<EarlyReason> early, Optional<Correction> correction, Issuer issuer) {
  public static final int LONGEST = 510;

  public TestResult {
    sample = sample.asTold();
    boolean possible = sample.kind().accepts(outcome);
    if (!possible || correction.isPresent() && !sample.kind().accepts(correction.get().replaced())) {
      throw new IllegalArgumentException("an outcome of another test");
    }
  }

  /** When the outcome was corrected, to the minute, what it had been before, and why. */
  public record Correction(Instant at, Outcome replaced, CorrectionReason reason) {
    public Correction {
      at = at.truncatedTo(ChronoUnit.MINUTES);
    }

    @Override
    public String toString() {
      return "Correction[hidden]";
    }
  }

  /** Why a result was entered before the kit's reading time. */
  public enum EarlyReason {
    LINES_CLEAR("lines"),
    READ_BY_DEVICE("dev"),
    TAKEN_EARLIER("taken");

    private final String code;

    EarlyReason(String code) {
      this.code = code;
    }
  }

  /** Why a result was corrected. Another person's result is withdrawn instead, and issued anew. */
  public enum CorrectionReason {
    TYPED_WRONG("typed"),
    READ_WRONG("read"),
    READ_TOO_EARLY("early");

    private final String code;

    CorrectionReason(String code) {
      this.code = code;
    }
  }

  /** The first revision. */
  public static TestResult of(Sample sample, Outcome outcome, Optional<EarlyReason> early, Issuer issuer) {
    return new TestResult(sample, outcome, early, Optional.empty(), issuer);
  }

  /** The next revision: another outcome, by who corrects it. */
  public TestResult corrected(Outcome right, CorrectionReason reason, Instant at, Issuer by) {
    return new TestResult(sample, right, early, Optional.of(new Correction(at, outcome, reason)), by);
  }

  /** At most 510 bytes. */
  public byte[] bytes() {
    JsonObjectBuilder json = Sealable.JSON.createObjectBuilder().add("v", 1);
    Sealable.write(sample, json);
    json.add("out", Sealable.outcome(outcome));
    early.ifPresent(reason -> json.add("early", reason.code));
    correction.ifPresent(
        c ->
            json.add("on", Sealable.minute(c.at()))
                .add("was", Sealable.outcome(c.replaced()))
                .add("why", c.reason().code));
    json.add("name", issuer.pharmacy()).add("tel", issuer.telephone());
    json.add("zone", issuer.zone().getId()).add("by", issuer.professional());
    return Sealable.bytes(json.build());
  }

  /** Reads what {@link #bytes} wrote; anything else is an {@link IllegalArgumentException}. */
  public static TestResult of(byte[] sealedBefore) {
    return Sealable.read(sealedBefore, TestResult::read);
  }

  private static TestResult read(JsonObject json) {
    Optional<String> early = Optional.ofNullable(json.getString("early", null));
    Issuer issuer =
        new Issuer(
            json.getString("name"),
            json.getString("tel"),
            Issuer.zone(json.getString("zone")),
            json.getString("by"));
    return new TestResult(
        Sealable.sample(json),
        Sealable.outcome(json.get("out")),
        early.map(code -> Sealable.coded(EarlyReason.values(), reason -> reason.code, code)),
        json.containsKey("was") ? Optional.of(correction(json)) : Optional.empty(),
        issuer);
  }

  private static Correction correction(JsonObject json) {
    return new Correction(
        Sealable.minute(json.getString("on")),
        Sealable.outcome(json.get("was")),
        Sealable.coded(CorrectionReason.values(), reason -> reason.code, json.getString("why")));
  }

  @Override
  public String toString() {
    return "TestResult[hidden]";
  }
}
