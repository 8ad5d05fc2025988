package souspli.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/** Hands over letters that nobody waits for, out of a transaction: they go once it has committed, else never. */
@Dependent
public class Notices {

  private final Consumer<Letter> letters;

  @Inject
  public Notices(Event<Letter> letters) {
    this(letters::fire);
  }

  /** For who has a letter box of their own. */
  public Notices(Consumer<Letter> letters) {
    this.letters = letters;
  }

  public void afterCommit(Letter letter) {
    letters.accept(letter);
  }
}
