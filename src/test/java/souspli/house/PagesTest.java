package souspli.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.inject.Named;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A page, its view and its public path are found from each other by name. */
class PagesTest {
  private static final Path VIEWS = Path.of("src/main/webapp");
  private static final Pattern TARGET = Pattern.compile("\"(/[^\"]+\\.xhtml)\"");

  /** {@code signin.SignInPage} is drawn by {@code signin/sign-in.xhtml}. */
  @Test
  void everyPageHasItsView() {
    List<String> without =
        House.CLASSES.stream()
            .filter(type -> type.isAnnotatedWith(Named.class) && type.getSimpleName().endsWith("Page"))
            .filter(type -> Files.notExists(VIEWS.resolve(view(type))))
            .map(type -> type.getName() + " without " + view(type))
            .toList();
    assertEquals(List.of(), without);
  }

  @Test
  void everyViewLiesInItsRoom() {
    Set<String> rooms =
        House.CLASSES.stream().flatMap(type -> House.room(type).stream()).collect(Collectors.toSet());
    Set<String> folders =
        House.files("main/webapp", ".xhtml").stream()
            .map(view -> VIEWS.relativize(view).getName(0).toString())
            .filter(folder -> !folder.equals("WEB-INF"))
            .collect(Collectors.toCollection(TreeSet::new));
    folders.removeAll(rooms);
    assertEquals(Set.of(), folders);
  }

  @Test
  void everyViewOfTheTableOfPublicPathsIsThere() {
    String table = House.text(Path.of("src/main/java/souspli/web/PublicPaths.java"));
    List<String> missing =
        TARGET
            .matcher(table)
            .results()
            .map((MatchResult found) -> found.group(1))
            .filter(view -> Files.notExists(VIEWS.resolve(view.substring(1))))
            .toList();
    assertEquals(List.of(), missing);
  }

  private static String view(JavaClass page) {
    String name = page.getSimpleName().replaceFirst("Page$", "");
    return House.room(page).orElseThrow()
        + "/"
        + name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT)
        + ".xhtml";
  }
}
