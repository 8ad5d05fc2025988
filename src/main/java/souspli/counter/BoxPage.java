package souspli.counter;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Optional;
import souspli.scanner.BoxLabel;
import souspli.scanner.KnownKits.KnownKit;
import souspli.scanner.ScanBox;
import souspli.scanner.ScanBox.Answer;

/** A box of tests under the scanner: taken into use at once, whatever the counter is doing. */
@Named
@RequestScoped
public class BoxPage {
  private Filled filled;
  private CounterPage counter;
  private ScanBox scanBox;
  private BoxInUse box;
  private Words words;

  private String note;
  private boolean refused;
  private boolean nameless;

  protected BoxPage() {}

  @Inject
  BoxPage(Filled filled, CounterPage counter, ScanBox scanBox, BoxInUse box, Words words) {
    this.filled = filled;
    this.counter = counter;
    this.scanBox = scanBox;
    this.box = box;
    this.words = words;
  }

  public void scan() {
    switch (scanBox.scan(counter.acting(), filled.of("scanned"))) {
      case Answer.Usable(BoxLabel label, Optional<KnownKit> kit) -> {
        box.take(label, kit);
        box.offerTo(filled);
        nameless = kit.isEmpty();
        note = words.say(nameless ? "box.nameless" : label.guessed() ? "box.guessed" : "box.taken", label.lot());
      }
      case Answer.Expired(LocalDate last) -> {
        refused = true;
        note = words.say("box.expired", words.day(last));
      }
      case Answer.NoLabel() -> {
        refused = true;
        note = words.say("box.noLabel");
      }
    }
    filled.set("scanned", "");
  }

  public String getNote() {
    return note;
  }

  public boolean isRefused() {
    return refused;
  }

  /** Whether the name of the box is wanted next. */
  public boolean isNameless() {
    return nameless;
  }
}
