package souspli.commands;

/** What was typed is no command; the message says what about it. */
final class WrongUsage extends RuntimeException {
  WrongUsage(String what) {
    super(what);
  }
}
