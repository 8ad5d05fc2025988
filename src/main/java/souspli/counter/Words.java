package souspli.counter;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import souspli.pharmacies.Pharmacies;
import souspli.result.Analyte;
import souspli.result.Finding;
import souspli.result.Outcome;
import souspli.result.Sex;
import souspli.result.TestKind;
import souspli.result.Traits;
import souspli.sealedlink.DateOfBirth;
import souspli.staff.WhoIsActing;
import souspli.web.Speaker;
import souspli.web.Texts;

/** How the counter says what it knows: in the page's language, by the clock on the pharmacy's wall. */
@RequestScoped
class Words {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private WhoIsActing who;
  private Pharmacies pharmacies;
  private InstantSource clock;
  private Speaker speaker;
  private ZoneId zone;

  protected Words() {}

  @Inject
  Words(WhoIsActing who, Pharmacies pharmacies, InstantSource clock, Speaker speaker) {
    this.who = who;
    this.pharmacies = pharmacies;
    this.clock = clock;
    this.speaker = speaker;
  }

  String say(String key) {
    return speaker.text("counter", key);
  }

  String say(String key, Object value) {
    return speaker.text("counter", key, value);
  }

  String say(String key, Object value, Object other) {
    return speaker.text("counter", key, value, other);
  }

  boolean knows(String key) {
    return Texts.of("counter", speaker.getLanguage()).has(key);
  }

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return LocalDate.ofInstant(now(), zone());
  }

  private ZoneId zone() {
    if (zone == null) {
      zone = pharmacies.get(who.require().pharmacyId()).zone();
    }
    return zone;
  }

  String time(Instant at) {
    return TIME.format(at.atZone(zone()));
  }

  String day(LocalDate date) {
    return DATE.format(date);
  }

  /** Day and time, or the time alone when it was today. */
  String moment(Instant at) {
    LocalDate day = LocalDate.ofInstant(at, zone());
    return day.equals(today()) ? time(at) : say("moment", day(day), time(at));
  }

  String name(Traits traits) {
    return traits.birthName() + ' ' + traits.givenNames();
  }

  /** Date of birth, age and, where it is known, sex. */
  String born(Traits traits) {
    return date(traits.dateOfBirth()) + (traits.sex() == Sex.UNKNOWN ? "" : " · " + say("sex." + traits.sex().code()));
  }

  /** Date of birth and age. */
  String date(DateOfBirth born) {
    String iso = born.iso();
    return iso.substring(8) + '/' + iso.substring(5, 7) + '/' + iso.substring(0, 4) + " · " + age(born);
  }

  private String age(DateOfBirth born) {
    LocalDate today = today();
    LocalDate date = born.date().orElseGet(() -> LocalDate.of(born.year(), 1, 1));
    Period age = date.isAfter(today) ? Period.ZERO : Period.between(date, today);
    return age.toTotalMonths() < 24 ? say("age.months", age.toTotalMonths()) : say("age.years", age.getYears());
  }

  /** Each analyte with what was found of it, or the words for a test that did not work. */
  List<String> lines(TestKind kind, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Valid valid ->
          kind.analytes().stream()
              .map(analyte -> say("finding.line", analyte(analyte), finding(valid, analyte)))
              .toList();
      case Outcome.Invalid() -> List.of(say("finding.invalid"));
    };
  }

  String analyte(Analyte analyte) {
    return say("analyte." + analyte);
  }

  String finding(Outcome outcome, Analyte analyte) {
    return switch (outcome) {
      case Outcome.Valid(Map<Analyte, Finding> findings) -> say("finding." + findings.get(analyte));
      case Outcome.Invalid() -> say("finding.invalid");
    };
  }
}
