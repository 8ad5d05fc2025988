package souspli.opening;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import souspli.accesslog.Event;
import souspli.result.Analyte;
import souspli.result.Finding;
import souspli.result.Outcome;
import souspli.result.TestResult;
import souspli.web.Texts;

/** A result in words, in the order in which its page says them. Times are those of the pharmacy's clock. */
public class ResultSheet {
  private final Opening.Shown shown;
  private final TestResult result;
  private final Texts texts;
  private final DateTimeFormatter time;
  private final DateTimeFormatter month;
  private final List<Line> events;

  ResultSheet(Opening.Shown shown, Texts texts, Locale language) {
    this.shown = shown;
    this.result = shown.result();
    this.texts = texts;
    this.time = DateTimeFormatter.ofPattern(texts.say("time.pattern"), language);
    this.month = DateTimeFormatter.ofPattern(texts.say("month.pattern"), language);
    this.events = shown.lastEvents().stream().map(this::line).toList();
  }

  /** A fact and its name, or a result and what else it is called. */
  public record Line(String name, String value) {
    public String getName() {
      return name;
    }

    public String getValue() {
      return value;
    }
  }

  public String getTitle() {
    return texts.say("kind." + result.sample().kind().name());
  }

  public boolean isCorrected() {
    return result.correction().isPresent();
  }

  public String getCorrection() {
    return texts.say("corrected", moment(result.correction().orElseThrow().at()));
  }

  public String getReplaces() {
    return texts.say("replaces", inShort(result.correction().orElseThrow().replaced()));
  }

  public boolean isInvalid() {
    return result.outcome() instanceof Outcome.Invalid;
  }

  /** The largest words of the page: one line for each analyte. */
  public List<Line> getFindings() {
    return switch (result.outcome()) {
      case Outcome.Invalid _ -> List.of();
      case Outcome.Valid valid ->
          valid.findings().entrySet().stream()
              .map(
                  entry ->
                      new Line(
                          texts.say(word("says", entry), texts.say("analyte." + entry.getKey().name())),
                          texts.say("also." + entry.getValue().name())))
              .toList();
    };
  }

  public String getMeaning() {
    return switch (result.outcome()) {
      case Outcome.Invalid _ -> texts.say("meaning.invalid");
      case Outcome.Valid valid when valid.found() -> meaningOf(valid.findings());
      case Outcome.Valid _ -> texts.say("meaning.notFound");
    };
  }

  /** Of several it says which was found, and that the others are not ruled out. */
  private String meaningOf(Map<Analyte, Finding> findings) {
    if (findings.size() == 1) {
      return texts.say("meaning.found");
    }
    String named =
        findings.entrySet().stream()
            .filter(entry -> entry.getValue() == Finding.FOUND)
            .map(entry -> texts.say("analyte." + entry.getKey().name()))
            .collect(Collectors.joining(texts.say("short.and")));
    String found = texts.say("meaning.found.named", named);
    return findings.containsValue(Finding.NOT_FOUND) ? found + ' ' + texts.say("meaning.found.rest") : found;
  }

  /** What to do, for this test and outcome; version {@code advice.version}. */
  public List<String> getAdvice() {
    String key =
        switch (result.outcome()) {
          case Outcome.Invalid _ -> "advice.invalid.";
          case Outcome.Valid valid ->
              "advice." + result.sample().kind().name() + (valid.found() ? ".found." : ".notFound.");
        };
    List<String> advice = new ArrayList<>();
    for (int number = 1; texts.has(key + number); number++) {
      advice.add(texts.say(key + number));
    }
    return List.copyOf(advice);
  }

  public List<Line> getDetails() {
    return List.of(
        new Line(texts.say("detail.sampled"), moment(result.sample().takenAt())),
        new Line(texts.say("detail.kit"), result.sample().kit().name()),
        new Line(texts.say("detail.lot"), result.sample().kit().lot()),
        new Line(texts.say("detail.pharmacy"), result.issuer().pharmacy()),
        new Line(texts.say("detail.professional"), result.issuer().professional()));
  }

  public String getTelephone() {
    return result.issuer().telephone();
  }

  public String getReadable() {
    return texts.say("readable", day(shown.readableUntil()));
  }

  public String getOpened() {
    return texts.say("opened", shown.openings());
  }

  /** When this opening was. */
  String getRead() {
    return moment(shown.lastEvents().getFirst().at());
  }

  public boolean isWrongTries() {
    return shown.tries().used() > 0;
  }

  public String getTries() {
    return texts.say("tries", shown.tries().used());
  }

  /** The last ten events, latest first. */
  public List<Line> getEvents() {
    return events;
  }

  private Line line(Event event) {
    return new Line(moment(event.at()), texts.say("event." + event.kind().name()));
  }

  private String inShort(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Invalid _ -> texts.say("short.invalid");
      case Outcome.Valid valid when valid.findings().size() == 1 ->
          texts.say(word("short", valid.findings().entrySet().iterator().next()));
      case Outcome.Valid valid ->
          valid.findings().entrySet().stream()
              .map(
                  entry ->
                      texts.say("short.named", texts.say("analyte." + entry.getKey().name()))
                          + texts.say(word("short", entry)))
              .collect(Collectors.joining(texts.say("short.and")));
    };
  }

  private static String word(String way, Map.Entry<Analyte, Finding> entry) {
    String what = entry.getKey() == Analyte.STREP_A ? "bacterium" : "virus";
    return way + '.' + what + '.' + entry.getValue().name();
  }

  private String moment(Instant at) {
    ZoneId zone = result.issuer().zone();
    LocalDate day = LocalDate.ofInstant(at, zone);
    return texts.say("moment", day(day), time.format(at.atZone(zone)));
  }

  private String day(LocalDate day) {
    String number = day.getDayOfMonth() == 1 ? texts.say("day.first") : Integer.toString(day.getDayOfMonth());
    return texts.say("date", number, month.format(day));
  }
}
