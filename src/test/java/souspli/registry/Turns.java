package souspli.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How long the same thing takes in two states of a system, measured in turns, so that whatever else the machine does
 * falls on both alike. Says how far chance alone could have moved the ratio: medians of the pairs, drawn anew ten
 * thousand times.
 */
final class Turns {
  private static final int DRAWN = 10_000;

  private final String what;
  private final List<long[]> pairs = new ArrayList<>();

  Turns(String what) {
    this.what = what;
  }

  void add(long one, long other) {
    pairs.add(new long[] {one, other});
  }

  /** Of the medians, the one state against the other; and where chance leaves it, in all but 2 of 10,000 cases. */
  record Ratio(double least, double measured, double most) {}

  Ratio ratio() {
    Random chance = new Random(pairs.size());
    double[] drawn =
        chance.doubles(DRAWN).map(_ -> ratio(chance.ints(pairs.size(), 0, pairs.size()).toArray())).sorted().toArray();
    double measured = ratio(IntStream.range(0, pairs.size()).toArray());
    return new Ratio(drawn[0], measured, drawn[DRAWN - 1]);
  }

  private double ratio(int[] which) {
    return median(which, 0) / median(which, 1);
  }

  private double median(int[] which, int side) {
    long[] times = Arrays.stream(which).mapToLong(pair -> pairs.get(pair)[side]).sorted().toArray();
    int half = times.length / 2;
    return times.length % 2 == 1 ? times[half] : (times[half - 1] + times[half]) / 2.0;
  }

  @Override
  public String toString() {
    Ratio ratio = ratio();
    int[] all = IntStream.range(0, pairs.size()).toArray();
    return "%s: %.0f against %.0f µs, ratio %.3f (%.3f to %.3f, %d pairs)"
        .formatted(
            what, median(all, 0) / 1e3, median(all, 1) / 1e3, ratio.measured(), ratio.least(), ratio.most(),
            pairs.size());
  }
}
