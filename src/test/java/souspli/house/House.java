package souspli.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the rules of the house look at: our compiled classes, and the files they are made of. */
final class House {
  static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("souspli");

  private House() {}

  /** The room a class is in; none for the root package and for what is not ours. */
  static Optional<String> room(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    return name.startsWith("souspli.") ? Optional.of(name.substring("souspli.".length())) : Optional.empty();
  }

  static boolean isNamed(JavaClass type) {
    return !type.getSimpleName().isEmpty() && !type.getSimpleName().equals("package-info");
  }

  /** Files below {@code src}, relative to the project. */
  static List<Path> files(String below, String ending) {
    Path root = Path.of("src", below.split("/"));
    if (Files.notExists(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
