package souspli.commands;

/** A command could not do what it was told; the message is the one line that the person at the terminal reads. */
final class CouldNot extends RuntimeException {
  CouldNot(String why) {
    super(why);
  }

  CouldNot(String why, Throwable cause) {
    super(why, cause);
  }
}
