package souspli.limits;

import java.util.List;

/** What became of a try that was counted before anything was checked. */
public sealed interface Counted {
  /**
   * The gates let it pass and it stands in the database.
   *
   * @param withinTries whether it also took one of the link's tries: false for a locked link and for no link alike
   * @param cells what it took, to be given back by {@link CountTry#giveBack}
   */
  record Passed(boolean withinTries, List<Cell> cells) implements Counted {
    public Passed {
      cells = List.copyOf(cells);
    }
  }

  /** Too many from there; nothing was counted. */
  record Refused() implements Counted {}
}
