package souspli.result;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One revision of a result: everything that its holder is shown of it, and nothing else. Times are to the minute. The
 * outcome, and the one it replaced if it was corrected, fit the kind of test. Never printed.
 */
public record TestResult(
    TestKind kind, Outcome outcome, Instant sampledAt, Optional<Correction> correction, Kit kit, Issuer issuer) {
  public static final int LONGEST = 510;

  public TestResult {
    if (!outcome.fits(kind) || correction.isPresent() && !correction.get().replaced().fits(kind)) {
      throw new IllegalArgumentException("an outcome of another test");
    }
    sampledAt = sampledAt.truncatedTo(ChronoUnit.MINUTES);
  }

  /** When the outcome was corrected, to the minute, and what it had been before. */
  public record Correction(Instant at, Outcome replaced) {
    public Correction {
      at = at.truncatedTo(ChronoUnit.MINUTES);
    }
  }

  /** The next revision: another outcome, by who corrects it. */
  public TestResult corrected(Outcome right, Instant at, Issuer by) {
    return new TestResult(kind, right, sampledAt, Optional.of(new Correction(at, outcome)), kit, by);
  }

  /** At most 510 bytes. */
  public byte[] bytes() {
    JsonObjectBuilder json = Json.createObjectBuilder().add("v", 1).add("test", kind.code());
    json.add("out", write(outcome)).add("at", Sealable.minute(sampledAt));
    correction.ifPresent(c -> json.add("fixed", Sealable.minute(c.at())).add("was", write(c.replaced())));
    json.add("kit", kit.name()).add("lot", kit.lot());
    json.add("place", issuer.pharmacy()).add("phone", issuer.telephone());
    json.add("zone", issuer.zone().getId()).add("by", issuer.professional());
    return Sealable.bytes(json.build());
  }

  /** Reads what {@link #bytes} wrote; anything else is an {@link IllegalArgumentException}. */
  public static TestResult of(byte[] sealedBefore) {
    return Sealable.read(sealedBefore, TestResult::read);
  }

  private static TestResult read(JsonObject json) {
    Optional<Correction> correction =
        json.containsKey("was")
            ? Optional.of(new Correction(Sealable.minute(json.getString("fixed")), outcome(json.get("was"))))
            : Optional.empty();
    return new TestResult(
        TestKind.parse(json.getString("test")).orElseThrow(),
        outcome(json.get("out")),
        Sealable.minute(json.getString("at")),
        correction,
        new Kit(json.getString("kit"), json.getString("lot")),
        new Issuer(
            json.getString("place"),
            json.getString("phone"),
            Issuer.zone(json.getString("zone")),
            json.getString("by")));
  }

  private static JsonValue write(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Invalid _ -> Json.createValue("invalid");
      case Outcome.Valid valid -> {
        JsonObjectBuilder findings = Json.createObjectBuilder();
        valid.findings().forEach((analyte, finding) -> findings.add(analyte.loinc(), write(finding)));
        yield findings.build();
      }
    };
  }

  private static String write(Finding finding) {
    return switch (finding) {
      case FOUND -> "pos";
      case NOT_FOUND -> "neg";
    };
  }

  private static Outcome outcome(JsonValue json) {
    if (json instanceof JsonString text && text.getString().equals("invalid")) {
      return Outcome.invalid();
    }
    Map<Analyte, Finding> findings = new EnumMap<>(Analyte.class);
    for (String loinc : json.asJsonObject().keySet()) {
      Finding finding =
          switch (json.asJsonObject().getString(loinc)) {
            case "pos" -> Finding.FOUND;
            case "neg" -> Finding.NOT_FOUND;
            default -> throw new IllegalArgumentException("neither found nor not found");
          };
      findings.put(Analyte.parse(loinc).orElseThrow(), finding);
    }
    return Outcome.of(findings);
  }

  @Override
  public String toString() {
    return "TestResult[hidden]";
  }
}
