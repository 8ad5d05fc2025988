package souspli.counter;

import java.io.Serializable;
import java.util.Optional;
import souspli.sealedlink.SlipNumber;

/**
 * Where the counter is.
 *
 * @param reviewing whether the task's form was read back and waits for the last key
 * @param slip the ten digits of the slip it is about, or null
 * @param wish what shall be done with the slip that is found next
 */
record Place(Task task, boolean reviewing, String slip, Task wish) implements Serializable {
  static final Place START = new Place(Task.NEW, false, null, Task.OPENED);

  /** For {@link #parse}. */
  String text() {
    return task + " " + wish + " " + (slip == null ? "" : slip);
  }

  /** As a page sent it: a task without the slip it is about is no place. */
  static Optional<Place> parse(String text) {
    String[] parts = text.split(" ", 3);
    if (parts.length != 3) {
      return Optional.empty();
    }
    Optional<String> slip = SlipNumber.parse(parts[2]).map(SlipNumber::digits);
    return task(parts[0])
        .filter(task -> slip.isPresent() || task == Task.NEW || task == Task.FIND)
        .flatMap(task -> task(parts[1]).map(wish -> new Place(task, false, slip.orElse(null), wish)));
  }

  private static Optional<Task> task(String name) {
    for (Task task : Task.values()) {
      if (task.name().equals(name)) {
        return Optional.of(task);
      }
    }
    return Optional.empty();
  }
}
