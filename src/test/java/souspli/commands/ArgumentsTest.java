package souspli.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import souspli.commands.Arguments.WrongUsage;

class ArgumentsTest {
  private static final Set<String> OPTIONS = Set.of("--port", "--name");

  @Test
  void reads_options_in_both_ways_of_writing_and_words() {
    Arguments typed = Arguments.parse(List.of("create", "--port", "80", "--name=a=b"), OPTIONS);
    assertEquals(List.of("create"), typed.words());
    assertEquals(Optional.of("a=b"), typed.option("--name"));
    assertEquals(80, typed.number("--port", 1, 0, 100));
    assertEquals(7, Arguments.parse(List.of(), OPTIONS).number("--port", 7, 0, 100));
  }

  @Test
  void says_what_is_wrong() {
    assertWrong("no option --x", "--x");
    assertWrong("--port takes a value", "--port");
    assertWrong("--name is given twice", "--name", "a", "--name", "b");
    Arguments typed = Arguments.parse(List.of("--port", "many", "word"), OPTIONS);
    assertEquals(
        "--port takes a number from 0 to 100",
        assertThrows(WrongUsage.class, () -> typed.number("--port", 1, 0, 100)).getMessage());
    assertThrows(WrongUsage.class, typed::noWords);
  }

  private static void assertWrong(String message, String... typed) {
    WrongUsage wrong = assertThrows(WrongUsage.class, () -> Arguments.parse(List.of(typed), OPTIONS));
    assertTrue(wrong.getMessage().startsWith(message), wrong.getMessage());
  }
}
