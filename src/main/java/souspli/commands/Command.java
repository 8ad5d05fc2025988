package souspli.commands;

import java.io.IOException;
import java.util.Set;

/** One word after {@code souspli}. */
interface Command {
  /** What stands after the word in the list of commands: arguments, two blanks, one sentence. */
  String summary();

  /** What {@code --help} adds to the summary: options with their defaults, and what to know. */
  String help();

  /** Options that take a value, with their hyphens. */
  default Set<String> options() {
    return Set.of();
  }

  /** Returns when it is done; nothing else is success. */
  void run(Arguments arguments) throws IOException;
}
