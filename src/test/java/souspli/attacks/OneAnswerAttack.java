package souspli.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import souspli.fixtures.DemoDescription.Slip;
import souspli.fixtures.Phone;
import souspli.fixtures.Portal;
import souspli.sealedlink.Token;

/** Somebody with codes of unknown worth who asks which of them are real, old, closed, or missing only a date. */
class OneAnswerAttack {
  private static final int PAIRS = 200;
  private static final Duration APART = Duration.ofMillis(2);

  private final Portal portal = Portal.shared();

  @Test
  void unknownExpiredClosedAndWrongDateAreTheSameBytes() throws Exception {
    Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
    answers.put("unknown", Phone.anywhere(portal).open(unknownCode(), "1961-02-03"));
    answers.put("expired", Phone.anywhere(portal).open(expired().code(), "1961-02-03"));
    answers.put("closed", Phone.anywhere(portal).open(closed().code(), "1961-02-03"));
    answers.put("wrong date", Phone.anywhere(portal).open(portal.takeReadySlip().code(), "1961-02-03"));
    Slip expired = expired();
    answers.put("expired, right date", Phone.anywhere(portal).open(expired.code(), expired.dateOfBirth()));

    HttpResponse<String> first = answers.get("unknown");
    answers.forEach(
        (why, answer) -> {
          assertEquals(first.statusCode(), answer.statusCode(), why);
          assertEquals(Pages.withoutEcho(first.body()), Pages.withoutEcho(answer.body()), why);
          assertEquals(first.body().getBytes().length, answer.body().getBytes().length, why);
          assertEquals(headers(first), headers(answer), why);
          assertFalse(Pages.showsAResult(answer.body()), why);
        });
  }

  @Test
  void unknownAndWrongDateTakeTheSameTime() throws SQLException {
    Slip closed = closed();
    assertSameTime(() -> unknownCode(), () -> closed.code(), "unknown and closed");
    List<Slip> fresh = new ArrayList<>();
    for (int slip = 0; slip < (PAIRS + 20) / 5; slip++) {
      fresh.add(portal.takeReadySlip());
    }
    int[] count = {0};
    assertSameTime(
        () -> unknownCode(),
        () -> {
          if (count[0] % (PAIRS + 20) == 0) {
            fresh.forEach(this::giveTriesBack);
          }
          return fresh.get(count[0]++ / 5 % fresh.size()).code();
        },
        "unknown and wrong date");
  }

  /** A busy machine may spoil a comparison or two; whoever leaves work out is faster in all of them. */
  private void assertSameTime(Supplier<String> one, Supplier<String> other, String what) {
    List<String> apart = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Took took = compare(one, other);
      long allowed = Math.max(APART.toNanos(), Math.min(took.one(), took.other()) / 4);
      if (Math.abs(took.one() - took.other()) < allowed) {
        return;
      }
      apart.add(took.toString());
    }
    fail(what + ", in nanoseconds: " + apart);
  }

  private record Took(long one, long other) {}

  private Took compare(Supplier<String> one, Supplier<String> other) {
    Phone phone = Phone.anywhere(portal);
    List<Long> ones = new ArrayList<>();
    List<Long> others = new ArrayList<>();
    for (int pair = 0; pair < PAIRS + 20; pair++) {
      long first = time(phone, one.get());
      long second = time(phone, other.get());
      if (pair >= 20) { // the first ones warm the server up
        ones.add(first);
        others.add(second);
      }
    }
    return new Took(quarter(ones), quarter(others));
  }

  private void giveTriesBack(Slip slip) {
    try (Connection database = portal.owner();
        PreparedStatement back =
            database.prepareStatement(
                "UPDATE tries SET used = 0 WHERE link_id = (SELECT link_id FROM link WHERE slip = ?)")) {
      back.setString(1, slip.slipNumber().replaceAll("\\D", ""));
      assertEquals(1, back.executeUpdate());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long time(Phone phone, String code) {
    long start = System.nanoTime();
    HttpResponse<String> answer = phone.open(code, "1961-02-03");
    long took = System.nanoTime() - start;
    assertEquals(200, answer.statusCode());
    return took;
  }

  /** What three in four take at least: what else the machine does only adds. */
  private static long quarter(List<Long> times) {
    return times.stream().sorted().skip(times.size() / 4).findFirst().orElseThrow();
  }

  private static Map<String, List<String>> headers(HttpResponse<String> answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    return headers;
  }

  private static String unknownCode() {
    return Token.fresh(new SecureRandom()).printed();
  }

  private Slip closed() {
    Slip slip = portal.takeReadySlip();
    for (int day = 1; day <= 5; day++) {
      Phone.anywhere(portal).open(slip.code(), "1901-01-0" + day);
    }
    return slip;
  }

  private Slip expired() throws SQLException {
    Slip slip = portal.takeReadySlip();
    try (Connection database = portal.owner();
        PreparedStatement age =
            database.prepareStatement("UPDATE link SET expires_on = UTC_DATE - INTERVAL 2 DAY WHERE slip = ?")) {
      age.setString(1, slip.slipNumber().replaceAll("\\D", ""));
      assertEquals(1, age.executeUpdate());
    }
    return slip;
  }
}
