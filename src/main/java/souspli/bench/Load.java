package souspli.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** So many clients that each do one thing after another, until the time or the number is used up. */
final class Load {
  /** What one client does, again and again. */
  interface Client {
    /** Whether it came out as it must. */
    boolean once() throws Exception;

    void close() throws Exception;
  }

  /** Makes the client of a number from 0. */
  interface Clients {
    Client make(int number) throws Exception;
  }

  /** How it went; times in microseconds. */
  record Figures(double perSecond, long p50, long p99, int failed) {}

  private Load() {}

  static Figures run(int clients, Duration time, int most, Clients make) {
    AtomicInteger left = new AtomicInteger(most);
    AtomicInteger failed = new AtomicInteger();
    CountDownLatch go = new CountDownLatch(1);
    long[][] took = new long[clients][];
    List<Thread> threads = new ArrayList<>();
    for (int number : IntStream.range(0, clients).toArray()) {
      threads.add(
          Thread.ofPlatform().start(() -> took[number] = serve(make, number, time, left, failed, go)));
    }
    long begun = System.nanoTime();
    go.countDown();
    threads.forEach(Load::join);
    double seconds = (System.nanoTime() - begun) / 1e9;
    long[] all = Arrays.stream(took).flatMapToLong(LongStream::of).sorted().toArray();
    return all.length == 0
        ? new Figures(0, 0, 0, failed.get())
        : new Figures(all.length / seconds, at(all, 0.50), at(all, 0.99), failed.get());
  }

  private static long[] serve(
      Clients make, int number, Duration time, AtomicInteger left, AtomicInteger failed, CountDownLatch go) {
    LongStream.Builder took = LongStream.builder();
    try {
      go.await();
      long end = System.nanoTime() + time.toNanos();
      Client client = make.make(number);
      while (System.nanoTime() < end && left.getAndDecrement() > 0) {
        long begun = System.nanoTime();
        try {
          if (client.once()) {
            took.add((System.nanoTime() - begun) / 1000);
          } else {
            failed.incrementAndGet();
          }
        } catch (Exception broken) { // counted; a new connection goes on
          failed.incrementAndGet();
          client.close();
          client = make.make(number);
        }
      }
      client.close();
    } catch (Exception broken) {
      failed.incrementAndGet();
    }
    return took.build().toArray();
  }

  private static long at(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
