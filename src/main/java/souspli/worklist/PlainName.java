package souspli.worklist;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import souspli.result.Traits;

/** A name as one compares names: without accents, capitals, hyphens and apostrophes. */
final class PlainName {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]+");

  private PlainName() {}

  /** Its words; letters that are no accented ones keep what they are. */
  static List<String> words(String name) {
    String bare = isPlain(name) ? name : MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    String plain = bare.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae").replace("ß", "ss");
    return Arrays.stream(BETWEEN.split(plain)).filter(word -> !word.isEmpty()).toList();
  }

  private static boolean isPlain(String name) {
    return name.chars().allMatch(c -> c < 128);
  }

  /** All words of all names of a person. */
  static List<String> words(Traits traits) {
    return Stream.of(traits.birthName(), traits.givenNames(), traits.usedName().orElse(""))
        .flatMap(name -> words(name).stream())
        .toList();
  }

  /** The same birth name, first given name and date of birth. */
  static boolean same(Traits one, Traits other) {
    return one.dateOfBirth().equals(other.dateOfBirth())
        && words(one.birthName()).equals(words(other.birthName()))
        && words(one.givenNames()).stream().findFirst().equals(words(other.givenNames()).stream().findFirst());
  }
}
