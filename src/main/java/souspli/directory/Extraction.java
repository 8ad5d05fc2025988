package souspli.directory;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import souspli.pharmacies.Finess;

/**
 * The file <i>ps-libreacces-personne-activite</i> of the public register, read once from its first line to its last:
 * one line for each activity of each professional of every kind, of which we take the pharmacists at their places of
 * work. A line that cannot be read is counted and named by its number, never quoted.
 */
final class Extraction {
  private static final String PHARMACIST = "21";
  private static final String BY_RPPS = "8";
  private static final int NAMED = 10;
  private static final int STEP = 8_192;

  private final Lines lines;
  private final Columns columns;
  private final LongConsumer progress;
  private final List<String> named = new ArrayList<>();
  private long broken;
  private long leftOut;

  /**
   * @param progress told now and then how many bytes have been read
   * @throws UnfitExtraction if the first line is no header that we understand
   */
  Extraction(InputStream in, LongConsumer progress) throws IOException {
    this.lines = new Lines(in);
    this.progress = progress;
    if (!lines.next()) {
      throw new UnfitExtraction("the file is empty");
    }
    this.columns = Columns.of(lines.text().orElseThrow(() -> new UnfitExtraction("the header is not UTF-8")));
  }

  /** The next pharmacist at a place of work; none when the file has ended. */
  Optional<Professional> next() throws IOException {
    while (lines.next()) {
      if (lines.number() % STEP == 0) {
        progress.accept(lines.bytes());
      }
      Optional<Professional> row = lines.text().map(this::read).orElseGet(this::unreadable);
      if (row.isPresent()) {
        return row;
      }
    }
    progress.accept(lines.bytes());
    return Optional.empty();
  }

  /** Without the header. */
  long read() {
    return lines.number() - 1;
  }

  long broken() {
    return broken;
  }

  /** The first ten of the broken ones: their number and what is wrong. */
  List<String> named() {
    return List.copyOf(named);
  }

  /** Pharmacists who have no RPPS number, or no place of work. */
  long leftOut() {
    return leftOut;
  }

  private Optional<Professional> read(String line) {
    Optional<String> fault = columns.cut(line);
    if (fault.isPresent()) {
      return broken(fault.get());
    }
    if (!columns.cell(Columns.Name.PROFESSION).equals(PHARMACIST)) {
      return Optional.empty();
    }
    String place = columns.cell(Columns.Name.FINESS);
    if (place.isEmpty() || !columns.cell(Columns.Name.TYPE).equals(BY_RPPS)) {
      leftOut++;
      return Optional.empty();
    }
    Optional<Rpps> rpps = Rpps.parse(columns.cell(Columns.Name.RPPS));
    Optional<Finess> finess = Finess.parse(place);
    if (rpps.isEmpty()) {
      return broken("its RPPS number is none");
    }
    if (finess.isEmpty()) {
      return broken("its FINESS number is none");
    }
    String name = columns.cell(Columns.Name.GIVEN_NAME) + " " + columns.cell(Columns.Name.FAMILY_NAME);
    return Optional.of(new Professional(rpps.get(), finess.get(), name.strip()));
  }

  private Optional<Professional> unreadable() {
    return broken("it is not UTF-8, or longer than " + Lines.LONGEST + " bytes");
  }

  private Optional<Professional> broken(String why) {
    broken++;
    if (named.size() < NAMED) {
      named.add("line " + lines.number() + ": " + why);
    }
    return Optional.empty();
  }
}
