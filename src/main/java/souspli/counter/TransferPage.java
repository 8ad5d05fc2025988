package souspli.counter;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import souspli.issuing.SendAgain;
import souspli.registry.Transfer;
import souspli.web.Speaker;
import souspli.worklist.SearchSlips.Hit;
import souspli.worklist.Worklist;
import souspli.worklist.Worklist.Row;

/** How results get to the registry: a quiet word for each, and a task where one was refused. */
@Named
@RequestScoped
public class TransferPage {
  private CounterPage counter;
  private Worklist worklist;
  private SendAgain sendAgain;
  private Speaker speaker;
  private List<Row> tasks;

  protected TransferPage() {}

  @Inject
  TransferPage(CounterPage counter, Worklist worklist, SendAgain sendAgain, Speaker speaker) {
    this.counter = counter;
    this.worklist = worklist;
    this.sendAgain = sendAgain;
    this.speaker = speaker;
  }

  /** Those that will not arrive by themselves, whenever they were issued. */
  public List<Row> getTasks() {
    if (!CounterPage.isDrawing()) {
      return List.of();
    }
    if (tasks == null) {
      tasks = worklist.untransferred(counter.acting());
    }
    return tasks;
  }

  /** A few words for the list; nothing where nothing is owed to a registry. */
  public String brief(Hit row) {
    return row.transfer()
        .map(transfer -> speaker.text("registry", "brief." + (transfer.isTask() ? "task" : transfer.key())))
        .orElse("");
  }

  /** The whole sentence, with the field that is to be mended. */
  public String sentence(Row row) {
    return row.transfer().map(transfer -> speaker.text("registry", transfer.key())).orElse("");
  }

  /** Of the open slip. */
  public String getOfOpen() {
    return counter.getRow().map(this::sentence).orElse("");
  }

  public boolean isOpenCanBeSentAgain() {
    Optional<Transfer> transfer = counter.getRow().flatMap(Row::transfer);
    return transfer.filter(Transfer::canBeSentAgain).isPresent();
  }

  public void again() {
    String key =
        switch (sendAgain.send(counter.acting(), counter.number())) {
          case SendAgain.SentAgain() -> "sent-again";
          case SendAgain.NothingToSend() -> "nothing-to-send";
        };
    counter.answered(speaker.text("registry", key));
  }
}
