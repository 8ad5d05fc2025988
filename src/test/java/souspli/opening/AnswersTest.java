package souspli.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The folder lists every sentence that a patient can ever read. */
class AnswersTest {
  @Test
  void eachCaseHasOneViewOfItsName() throws IOException {
    try (Stream<Path> views = Files.list(Path.of("src/main/webapp/opening/answers"))) {
      Set<String> names =
          views.map(view -> view.getFileName().toString().replace(".xhtml", "")).collect(Collectors.toSet());
      assertEquals(new TreeSet<>(cases(Opening.class).map(Class::getSimpleName).toList()), new TreeSet<>(names));
    }
  }

  private static Stream<Class<?>> cases(Class<?> type) {
    return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(AnswersTest::cases) : Stream.of(type);
  }
}
