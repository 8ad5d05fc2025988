package souspli.counter;

import java.util.Optional;
import souspli.links.LinkState;
import souspli.worklist.Worklist;

/** What the middle of the counter is for. */
enum Task {
  NEW,
  ISSUED,
  FIND,
  OPENED,
  ENTER,
  CORRECT,
  MEND,
  REISSUE,
  WITHDRAW,
  GRANT;

  boolean isOfOneSlip() {
    return ordinal() >= OPENED.ordinal();
  }

  /** What of this can still be done on a slip that may have changed since. */
  Task on(Optional<Worklist.Row> row) {
    boolean custody = row.filter(slip -> slip.dossier().isPresent()).isPresent();
    LinkState state = row.map(Worklist.Row::state).orElse(LinkState.WITHDRAWN);
    boolean fits =
        switch (this) {
          case NEW, FIND -> true;
          case ISSUED, OPENED -> false;
          case ENTER -> custody && state == LinkState.PENDING;
          case CORRECT -> custody && state == LinkState.READY;
          case MEND, REISSUE -> custody && state != LinkState.WITHDRAWN;
          case WITHDRAW, GRANT -> state != LinkState.WITHDRAWN;
        };
    return fits ? this : row.isPresent() ? OPENED : NEW;
  }
}
