package souspli.commands;

import java.util.List;

/** A command could not do what it was told; each line is for the person at the terminal and says why. */
final class CouldNot extends RuntimeException {
  private final transient List<String> lines;

  CouldNot(String why) {
    super(why);
    this.lines = List.of(why);
  }

  CouldNot(String why, Throwable cause) {
    super(why, cause);
    this.lines = List.of(why);
  }

  CouldNot(List<String> lines) {
    super(String.join("; ", lines));
    this.lines = List.copyOf(lines);
  }

  List<String> lines() {
    return lines;
  }
}
