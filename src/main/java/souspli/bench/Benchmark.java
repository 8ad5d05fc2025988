package souspli.bench;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import souspli.mariadb.DatabaseAddress;

/**
 * Opens, wrong dates and the empty page at 1, 16 and 64 clients, beside the durable transactions of the same database
 * in the same run. Half of the slips are opened, the other half is guessed at and closed by that, which costs the
 * portal the same. Each request comes from another address, so the portal has to trust this machine as its proxy.
 */
public final class Benchmark {
  private static final int[] CLIENTS = {1, 16, 64};
  private static final int MOST = 200_000;
  private static final Duration WARM_UP = Duration.ofSeconds(3);

  private final URI portal;
  private final List<Slip> opened;
  private final List<Slip> guessed;
  private final Duration time;

  /** A ready slip. */
  public record Slip(String code, LocalDate dateOfBirth) {
    String form(LocalDate date) {
      return "code=%s&day=%d&month=%d&year=%d"
          .formatted(code, date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }

    @Override
    public String toString() {
      return "Slip[hidden]";
    }
  }

  /**
   * @param slips at least two
   * @param time for each line of the table
   */
  public Benchmark(URI portal, List<Slip> slips, Duration time) {
    this.portal = portal;
    this.opened = slips.subList(0, slips.size() / 2);
    this.guessed = slips.subList(slips.size() / 2, slips.size());
    this.time = time;
  }

  /**
   * Prints line after line.
   *
   * @param database of the portal; without it that part of the table stays empty
   * @throws SQLException when the database refuses its part
   */
  public void run(Optional<DatabaseAddress> database, Consumer<String> print) throws SQLException, IOException {
    List<Act> acts =
        List.of(
            new Act("open", () -> one(opened, 0)),
            new Act("wrong date", () -> one(guessed, 1)),
            new Act("GET /", () -> ""));
    for (Act act : acts) {
      act.expect(portal);
      Load.run(16, WARM_UP, MOST, act::client);
    }
    print.accept("what         clients   a second    p50 ms    p99 ms   failed   to durable");
    List<Double> durable = new ArrayList<>();
    if (database.isPresent()) {
      try (DurableRate rate = new DurableRate(database.get())) {
        for (int clients : CLIENTS) {
          Load.Figures figures = Load.run(clients, time, MOST, number -> rate.client());
          durable.add(figures.perSecond());
          print.accept(line("durable", clients, figures, ""));
        }
      }
    }
    for (Act act : acts) {
      for (int i = 0; i < CLIENTS.length; i++) {
        Load.Figures figures = Load.run(CLIENTS[i], time, MOST, act::client);
        String ratio =
            durable.isEmpty() ? "-" : String.format(Locale.ROOT, "%.2f", figures.perSecond() / durable.get(i));
        print.accept(line(act.name, CLIENTS[i], figures, ratio));
      }
    }
  }

  private static String one(List<Slip> slips, int daysOff) {
    Slip slip = slips.get(ThreadLocalRandom.current().nextInt(slips.size()));
    return slip.form(slip.dateOfBirth().minusDays(daysOff));
  }

  private static String line(String what, int clients, Load.Figures figures, String ratio) {
    return String.format(
        Locale.ROOT,
        "%-12s %7d %10.0f %9.2f %9.2f %8d %12s",
        what,
        clients,
        figures.perSecond(),
        figures.p50() / 1000.0,
        figures.p99() / 1000.0,
        figures.failed(),
        ratio);
  }

  /** One kind of request; what it has to come to is what the first of it came to. */
  private final class Act {
    private final String name;
    private final Supplier<String> form;
    private String title;

    Act(String name, Supplier<String> form) {
      this.name = name;
      this.form = form;
    }

    void expect(URI portal) throws IOException {
      try (Exchange exchange = new Exchange(portal)) {
        title = title(exchange.send(anAddress(), form.get()));
      }
    }

    Load.Client client(int number) throws IOException {
      return new Load.Client() {
        private Exchange exchange = new Exchange(portal);

        @Override
        public boolean once() throws IOException {
          Exchange.Answer answer = exchange.send(anAddress(), form.get());
          if (answer.last()) {
            exchange.close();
            exchange = new Exchange(portal);
          }
          return title(answer).equals(title);
        }

        @Override
        public void close() throws IOException {
          exchange.close();
        }
      };
    }
  }

  private static String title(Exchange.Answer answer) {
    int begin = answer.body().indexOf("<title>");
    int end = answer.body().indexOf("</title>");
    return answer.status() + (begin < 0 || end < begin ? "" : answer.body().substring(begin, end));
  }

  /** Of millions of networks, so that no neighbourhood's gate is what is measured. */
  private static String anAddress() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return "%d.%d.%d.%d"
        .formatted(random.nextInt(1, 224), random.nextInt(256), random.nextInt(256), random.nextInt(1, 255));
  }
}
