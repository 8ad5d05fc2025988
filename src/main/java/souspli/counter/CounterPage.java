package souspli.counter;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import souspli.issuing.Refusal;
import souspli.worklist.Worklist;
import souspli.links.LinkState;
import souspli.links.WithdrawReason;
import souspli.lock.FreshFactor;
import souspli.scanner.FrenchKeyboard;
import souspli.sealedlink.SlipNumber;
import souspli.slip.PaperSlip;
import souspli.staff.Act;
import souspli.staff.Acting;
import souspli.staff.WhoIsActing;

/**
 * The counter: one task in the middle, the day's list at the side. The view remembers which task it is at and for which
 * slip number, and nothing else; what somebody typed comes with each request, and a slip's code lives for one answer.
 */
@Named
@RequestScoped
public class CounterPage {
  private static final String PLACE = CounterPage.class.getName();

  private Filled filled;
  private WhoIsActing who;
  private Worklist worklist;
  private FreshFactor freshFactor;
  private Words words;

  private Optional<Worklist.Row> row;
  private PaperSlip paper;
  private String answer;

  protected CounterPage() {}

  @Inject
  CounterPage(Filled filled, WhoIsActing who, Worklist worklist, FreshFactor freshFactor, Words words) {
    this.filled = filled;
    this.who = who;
    this.worklist = worklist;
    this.freshFactor = freshFactor;
    this.words = words;
  }

  private Map<String, Object> remembered() {
    return FacesContext.getCurrentInstance().getViewRoot().getViewMap();
  }

  private Place place() {
    return remembered().get(PLACE) instanceof Place place ? place : Place.START;
  }

  private void go(Task task, String slip, Task wish) {
    remembered().put(PLACE, new Place(task, false, slip, wish));
    row = null;
  }

  public boolean at(String task) {
    return place().task() == Task.valueOf(task);
  }

  public boolean isAtSlip() {
    return place().task().isOfOneSlip() && getRow().isPresent();
  }

  public boolean isReviewing() {
    return place().reviewing();
  }

  void review(boolean reviewing) {
    Place here = place();
    remembered().put(PLACE, new Place(here.task(), reviewing, here.slip(), here.wish()));
  }

  /** Back to the form as it was filled in, choices too. */
  public void change() {
    filled.takeChoices();
    review(false);
  }

  public void startNew() {
    go(Task.NEW, null, Task.OPENED);
  }

  public void startResult() {
    start(Task.ENTER, LinkState.PENDING);
  }

  public void startCorrect() {
    start(Task.CORRECT, LinkState.READY);
  }

  /** With the slip that is open, where that can be; else with one that is asked for. */
  private void start(Task task, LinkState state) {
    Place here = place();
    boolean another = here.task().isOfOneSlip() && here.task() != task;
    if (another && getRow().filter(open -> open.state() == state && open.dossier().isPresent()).isPresent()) {
      turnTo(task);
    } else {
      go(Task.FIND, null, task);
    }
  }

  /** The script prints a slip that is still open; without one there is no code to print, only another slip. */
  public void printAgain() {
    Place here = place();
    if (here.slip() == null) {
      go(Task.FIND, null, Task.REISSUE);
    } else {
      open(SlipNumber.of(here.slip()), Task.REISSUE);
    }
  }

  /** A scanned stub, or a line of the list. */
  public void openWanted() {
    filled.set("slipNumber", filled.of("wanted"));
    Task wish = place().task() == Task.FIND ? place().wish() : Task.OPENED;
    go(Task.FIND, null, wish);
    find();
  }

  public void find() {
    String typed = filled.of("slipNumber");
    Optional<SlipNumber> number = SlipNumber.parse(typed).or(() -> SlipNumber.parse(FrenchKeyboard.digits(typed)));
    if (number.isEmpty()) {
      filled.fault("slipNumber", words.say(typed.isEmpty() ? "find.missing" : "find.malformed"));
    } else {
      open(number.get(), place().wish());
    }
  }

  private void open(SlipNumber number, Task wish) {
    Optional<Worklist.Row> found = worklist.find(acting(), number);
    if (found.isEmpty()) {
      go(Task.FIND, null, wish);
      filled.fault("slipNumber", words.say("find.unknown"));
      return;
    }
    boolean custody = found.get().dossier().isPresent();
    Task task =
        switch (found.get().state()) {
          case PENDING -> !custody ? Task.OPENED : wish == Task.REISSUE ? Task.REISSUE : Task.ENTER;
          case READY -> !custody || wish == Task.ENTER ? Task.OPENED : wish;
          case WITHDRAWN -> Task.OPENED;
        };
    go(task, number.digits(), wish);
    row = found;
  }

  /** To a task of the slip that is open. */
  void turnTo(Task task) {
    go(task, place().slip(), Task.OPENED);
  }

  void answered(String words) {
    show(number(), words);
  }

  /** Opens a slip and says why. */
  void show(SlipNumber number, String words) {
    go(Task.OPENED, number.digits(), Task.OPENED);
    answer = words;
  }

  void refused(Refusal why) {
    answered(
        switch (why) {
          case Refusal.UnknownSlip() -> words.say("find.unknown");
          case Refusal.CustodyEnded() -> words.say("refusal.custodyEnded");
          case Refusal.AlreadyWithdrawn(WithdrawReason reason) -> words.say("slip.state." + reason);
          case Refusal.NoResultYet() -> words.say("refusal.noResultYet");
        });
  }

  /** A new slip, in this answer and in no other. */
  void issued(PaperSlip paper, String words) {
    go(Task.ISSUED, paper.slipNumber().digits(), Task.OPENED);
    this.paper = paper;
    this.answer = words;
  }

  public Optional<Worklist.Row> getRow() {
    if (row == null) {
      String slip = place().slip();
      row = slip == null ? Optional.empty() : worklist.find(acting(), SlipNumber.of(slip));
    }
    return row;
  }

  boolean isOpen(SlipNumber number) {
    return number.digits().equals(place().slip());
  }

  SlipNumber number() {
    return SlipNumber.of(place().slip());
  }

  /** Whether an answer is being drawn; before, the page is walked through too, and what it lists then is soon old. */
  static boolean isDrawing() {
    return FacesContext.getCurrentInstance().getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
  }

  Acting acting() {
    return who.require();
  }

  /** Whether it can be done now; else the page asks for a factor, and nothing that was typed is lost. */
  boolean isProvenFor(Act act) {
    return freshFactor.isThereFor(act);
  }

  /** Where the counter is, for whom it is locked under. */
  public String getHere() {
    return place().text();
  }

  /** Back to where somebody was, as far as the slip still allows it. */
  void resume(Place left) {
    go(left.task(), left.slip(), left.wish());
    go(left.task().on(getRow()), left.slip(), left.wish());
  }

  public PaperSlip getPaper() {
    return paper;
  }

  public String getAnswer() {
    return answer;
  }

  public String getFindTitle() {
    return switch (place().wish()) {
      case CORRECT -> "find.correct";
      case REISSUE -> "find.reissue";
      default -> "find.title";
    };
  }

  /** A button's words with the key that presses it. */
  public String key(String key, String text) {
    return "<kbd>" + (words.knows("key." + key) ? words.say("key." + key) : key) + "</kbd>" + words.say(text);
  }
}
