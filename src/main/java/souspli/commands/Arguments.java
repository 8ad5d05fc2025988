package souspli.commands;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was typed after a command's name: options with a value each, and words. */
final class Arguments {
  private final Map<String, String> values = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  private Arguments() {}

  /** What was typed is no command; the message says what about it. */
  static final class WrongUsage extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongUsage(String what) {
      super(what);
    }
  }

  static Arguments parse(List<String> typed, Set<String> options) {
    Arguments arguments = new Arguments();
    for (int i = 0; i < typed.size(); i++) {
      String word = typed.get(i);
      if (!word.startsWith("--")) {
        arguments.words.add(word);
        continue;
      }
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      if (!options.contains(name)) {
        throw new WrongUsage("no option " + name);
      }
      if (equals < 0 && i + 1 == typed.size()) {
        throw new WrongUsage(name + " takes a value");
      }
      String value = equals < 0 ? typed.get(++i) : word.substring(equals + 1);
      if (arguments.values.put(name, value) != null) {
        throw new WrongUsage(name + " is given twice");
      }
    }
    return arguments;
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(values.get(name));
  }

  int number(String name, int otherwise, int least, int most) {
    Optional<String> typed = option(name);
    try {
      int number = typed.map(Integer::parseInt).orElse(otherwise);
      if (number >= least && number <= most) {
        return number;
      }
      throw new WrongUsage(name + " takes a number from " + least + " to " + most);
    } catch (NumberFormatException e) {
      throw new WrongUsage(name + " takes a number from " + least + " to " + most);
    }
  }

  List<String> words() {
    return List.copyOf(words);
  }

  /** For commands that take none. */
  void noWords() {
    if (!words.isEmpty()) {
      throw new WrongUsage("what is " + words.getFirst() + "?");
    }
  }
}
