package souspli.prosante;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import souspli.directory.Rpps;
import souspli.pharmacies.Finess;

/**
 * A pharmacist for whom the provider vouches, and the places where the national register has that person at work as
 * one.
 *
 * @param places at least one
 */
record Vouched(Rpps rpps, Set<Finess> places) {
  /** Of pharmacists, in the State's table of professions. */
  private static final String PHARMACIST = "21";

  /** The national number of a person: an 8 says that an RPPS number follows. */
  private static final Pattern NATIONAL = Pattern.compile("8([0-9]{11})");

  Vouched {
    places = Set.copyOf(places);
  }

  /**
   * Reads the claims {@code SubjectNameID} and {@code SubjectRefPro}: a list of {@code exercices}, each with its {@code
   * codeProfession} and a list of {@code activities}, each with its {@code numeroFinessSite}. Empty where they are not
   * of a pharmacist, whatever their form.
   */
  static Optional<Vouched> of(Map<String, Object> claims) {
    Set<Finess> places = new HashSet<>();
    for (Map<?, ?> exercise : maps(map(claims.get("SubjectRefPro")).get("exercices"))) {
      if (PHARMACIST.equals(exercise.get("codeProfession"))) {
        for (Map<?, ?> activity : maps(exercise.get("activities"))) {
          text(activity.get("numeroFinessSite")).flatMap(Finess::parse).ifPresent(places::add);
        }
      }
    }
    return text(claims.get("SubjectNameID"))
        .map(NATIONAL::matcher)
        .filter(number -> number.matches() && !places.isEmpty())
        .map(number -> new Vouched(Rpps.of(number.group(1)), places));
  }

  private static Optional<String> text(Object claim) {
    return claim instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private static Map<?, ?> map(Object claim) {
    return claim instanceof Map<?, ?> map ? map : Map.of();
  }

  private static List<? extends Map<?, ?>> maps(Object claim) {
    return claim instanceof List<?> list ? list.stream().map(Vouched::map).toList() : List.of();
  }

  @Override
  public String toString() {
    return "Vouched";
  }
}
