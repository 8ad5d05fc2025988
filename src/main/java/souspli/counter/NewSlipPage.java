package souspli.counter;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import souspli.issuing.IssueLink;
import souspli.issuing.IssuedSlip;
import souspli.issuing.NewSlip;
import souspli.issuing.NewSlip.Draft;
import souspli.result.Checked;
import souspli.result.Field;
import souspli.result.FieldFault;
import souspli.result.Kit;
import souspli.result.Sex;
import souspli.result.TestKind;
import souspli.result.Traits;
import souspli.scanner.NameBox;
import souspli.sealedlink.DateOfBirth;
import souspli.sealedlink.SlipNumber;
import souspli.slip.PaperLanguage;
import souspli.slip.PrintSlip;
import souspli.worklist.FindSame;

/**
 * A new slip: the form, its review line, the slip itself. The form carries a draft that the issue uses up, so that
 * nothing is issued twice; the code is printed in the answer to the issue and dropped with it.
 */
@Named
@RequestScoped
public class NewSlipPage {
  private static final Map<Field, String> IDS =
      Map.of(
          Field.BIRTH_NAME, "birthName",
          Field.GIVEN_NAMES, "givenNames",
          Field.SEX, "sex",
          Field.DATE_OF_BIRTH, "dateOfBirth",
          Field.NIR, "nir",
          Field.TELEPHONE, "telephone",
          Field.EMAIL, "email",
          Field.POSTAL_CODE, "postalCode",
          Field.KIT, "kit",
          Field.LOT, "lot");

  private Filled filled;
  private CounterPage counter;
  private IssueLink issueLink;
  private PrintSlip printSlip;
  private BoxInUse box;
  private NameBox nameBox;
  private FindSame findSame;
  private SecureRandom random;
  private PaperLanguage paperLanguage;
  private Words words;

  private Optional<FindSame.Same> same = Optional.empty();
  private NewSlip checked;
  private IssuedSlip issued;

  protected NewSlipPage() {}

  @Inject
  NewSlipPage(
      Filled filled,
      CounterPage counter,
      IssueLink issueLink,
      PrintSlip printSlip,
      BoxInUse box,
      NameBox nameBox,
      FindSame findSame,
      SecureRandom random,
      PaperLanguage paperLanguage,
      Words words) {
    this.filled = filled;
    this.counter = counter;
    this.issueLink = issueLink;
    this.printSlip = printSlip;
    this.box = box;
    this.nameBox = nameBox;
    this.findSame = findSame;
    this.random = random;
    this.paperLanguage = paperLanguage;
    this.words = words;
    filled.offer("draft", Draft.fresh(random).text());
    filled.offer("sex", Sex.UNKNOWN.code());
    box.offerTo(filled);
  }

  public void review() {
    check().ifPresent(slip -> {
      box.keep(filled);
      nameBox.name(counter.acting(), slip.kit(), slip.kind());
      counter.review(true);
      same = findSame.find(counter.acting(), slip.traits(), slip.kind());
    });
  }

  /** Nothing new: the slip that this person was given a moment ago. */
  public void takeSame() {
    SlipNumber.parse(getSameNumber()).ifPresent(number -> counter.show(number, words.say("same.taken")));
  }

  public void issue() {
    Optional<NewSlip> slip = check();
    if (slip.isEmpty()) {
      counter.review(false);
      return;
    }
    switch (issueLink.issue(counter.acting(), slip.get())) {
      case IssueLink.Answer.Issued(IssuedSlip fresh) -> {
        issued = fresh;
        counter.issued(
            printSlip.print(
                fresh.token(),
                fresh.number(),
                fresh.pharmacy(),
                fresh.readyAt(),
                fresh.readableUntil(),
                paperLanguage.chosen()),
            null);
      }
      case IssueLink.Answer.AlreadyIssued(SlipNumber number) -> counter.show(number, words.say("new.already"));
      case IssueLink.Answer.NoKeysToday() -> {
        counter.review(false);
        filled.fault("form", words.say("new.noKeys"));
      }
    }
  }

  private Optional<NewSlip> check() {
    filled.choice("sex");
    Traits.Typed typed =
        new Traits.Typed(
            filled.of("birthName"),
            filled.of("givenNames"),
            "",
            filled.of("sex"),
            Filled.isoDate(filled.of("dateOfBirth")),
            filled.of("nir"),
            filled.of("telephone"),
            filled.of("email"),
            filled.of("postalCode"));
    Checked<Traits> traits = typed.check(DateOfBirth.latest(words.now()));
    Checked<Kit> kit = Kit.check(filled.of("kit"), filled.of("lot"), box.gtin(filled.of("lot")));
    faults(traits).forEach(this::name);
    faults(kit).forEach(this::name);
    box.isOver(filled.of("lot"), words.today())
        .ifPresent(last -> filled.fault("lot", words.say("box.expired", words.day(last))));
    Optional<TestKind> kind = TestKind.parse(filled.of("kind"));
    if (traits instanceof Checked.Good<Traits>(Traits who)
        && kit instanceof Checked.Good<Kit>(Kit from)
        && kind.isPresent()
        && filled.isSound()) {
      Draft draft = Draft.parse(filled.of("draft")).orElseGet(() -> Draft.fresh(random));
      checked = new NewSlip(draft, who, kind.get(), from);
    }
    return Optional.ofNullable(checked);
  }

  private static <T> Stream<FieldFault> faults(Checked<T> checked) {
    return switch (checked) {
      case Checked.Good<T> good -> Stream.empty();
      case Checked.Faulty<T>(List<FieldFault> faults) -> faults.stream();
    };
  }

  private void name(FieldFault fault) {
    String own = "fault." + fault.kind() + "." + fault.field();
    String key = words.knows(own) ? own : "fault." + fault.kind();
    filled.fault(IDS.get(fault.field()), words.say(key, fault.limit()));
  }

  /** What was entered cannot be shown after the answer that shows the slip. */
  @PreDestroy
  void forget() {
    if (issued != null) {
      issued.close();
    }
  }

  /* ---- what the view shows ---- */

  public String getDraft() {
    return filled.of("draft");
  }

  public void setDraft(String draft) {
    filled.set("draft", draft);
  }

  public boolean isSame() {
    return !getSameNumber().isEmpty();
  }

  /** As it was found, or as the page sends it back. */
  public String getSameNumber() {
    return same.map(found -> found.slip().digits()).orElseGet(() -> filled.choice("same"));
  }

  public String getSameWords() {
    return same.map(found -> words.say("same.words", found.slip().printed(), words.time(found.issuedAt()))).orElse("");
  }

  public List<SelectItem> getKinds() {
    return Arrays.stream(TestKind.values())
        .map(kind -> new SelectItem(kind.code(), words.say("kind." + kind.code())))
        .toList();
  }

  public List<String> getSexes() {
    return Arrays.stream(Sex.values()).map(Sex::code).toList();
  }

  /** Whether the part that may be left out has something to show. */
  public boolean isMoreOpen() {
    return Stream.of("telephone", "email", "postalCode", "nir")
        .anyMatch(field -> !filled.of(field).isEmpty() || filled.getFaults().containsKey(field));
  }

  public String getName() {
    return checked == null ? "" : words.name(checked.traits());
  }

  public String getBorn() {
    return checked == null ? "" : words.born(checked.traits());
  }

  public String getTest() {
    return words.say("kind." + checked.kind().code());
  }
}
