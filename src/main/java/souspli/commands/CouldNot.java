package souspli.commands;

/** A command could not do what it was told; the message is the one line that the person at the terminal reads. */
public final class CouldNot extends RuntimeException {
  public CouldNot(String why) {
    super(why);
  }

  public CouldNot(String why, Throwable cause) {
    super(why, cause);
  }
}
