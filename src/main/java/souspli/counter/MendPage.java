package souspli.counter;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import souspli.issuing.MendTraits;
import souspli.issuing.Refusal;
import souspli.worklist.Worklist.Row;
import souspli.result.Checked;
import souspli.result.Dossier;
import souspli.result.Field;
import souspli.result.FieldFault;
import souspli.result.Nir;
import souspli.result.Traits;
import souspli.sealedlink.DateOfBirth;

/** What was written down wrong of a person, and the registry would not have: put right without a new slip. */
@Named
@RequestScoped
public class MendPage {
  private static final Map<Field, String> IDS =
      Map.of(
          Field.BIRTH_NAME, "rightBirthName",
          Field.GIVEN_NAMES, "rightGivenNames",
          Field.USED_NAME, "rightUsedName",
          Field.NIR, "rightNir",
          Field.TELEPHONE, "rightTelephone",
          Field.EMAIL, "rightEmail",
          Field.POSTAL_CODE, "rightPostalCode");

  private Filled filled;
  private CounterPage counter;
  private MendTraits mendTraits;
  private Words words;

  protected MendPage() {}

  @Inject
  MendPage(Filled filled, CounterPage counter, MendTraits mendTraits, Words words) {
    this.filled = filled;
    this.counter = counter;
    this.mendTraits = mendTraits;
    this.words = words;
  }

  /** Opens the form with what is there. */
  public void start() {
    counter.turnTo(Task.MEND);
    traits().ifPresent(
        who -> {
          filled.set("rightBirthName", who.birthName());
          filled.set("rightGivenNames", who.givenNames());
          filled.set("rightUsedName", who.usedName().orElse(""));
          filled.set("rightNir", who.nir().map(Nir::text).orElse(""));
          filled.set("rightTelephone", who.telephone().orElse(""));
          filled.set("rightEmail", who.email().orElse(""));
          filled.set("rightPostalCode", who.postalCode().orElse(""));
        });
  }

  public void mend() {
    Optional<Traits> was = traits();
    if (was.isEmpty()) {
      counter.refused(new Refusal.CustodyEnded());
      return;
    }
    Traits.Typed typed =
        new Traits.Typed(
            filled.of("rightBirthName"),
            filled.of("rightGivenNames"),
            filled.of("rightUsedName"),
            was.get().sex().code(),
            was.get().dateOfBirth().iso(),
            filled.of("rightNir"),
            filled.of("rightTelephone"),
            filled.of("rightEmail"),
            filled.of("rightPostalCode"));
    switch (typed.check(DateOfBirth.latest(words.now()))) {
      case Checked.Good<Traits>(Traits right) -> mend(right);
      case Checked.Faulty<Traits> faulty -> faulty.faults().forEach(this::name);
    }
  }

  private void mend(Traits right) {
    switch (mendTraits.mend(counter.acting(), counter.number(), right)) {
      case MendTraits.Mended(boolean again) -> counter.answered(words.say(again ? "mend.sentAgain" : "mend.done"));
      case MendTraits.ANewSlipIsNeeded() -> counter.answered(words.say("mend.newSlip"));
      case Refusal why -> counter.refused(why);
    }
  }

  private Optional<Traits> traits() {
    return counter.getRow().flatMap(Row::dossier).map(Dossier::traits);
  }

  private void name(FieldFault fault) {
    String own = "fault." + fault.kind() + "." + fault.field();
    String key = words.knows(own) ? own : "fault." + fault.kind();
    filled.fault(IDS.getOrDefault(fault.field(), "form"), words.say(key, fault.limit()));
  }
}
