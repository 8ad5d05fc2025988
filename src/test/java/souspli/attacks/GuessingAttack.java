package souspli.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import souspli.fixtures.DemoDescription.Slip;
import souspli.fixtures.Phone;
import souspli.fixtures.Portal;

/**
 * The finder of a slip, who does not know the date of birth and tries them all, as fast as the network carries them.
 */
class GuessingAttack {
  private static final int TRIES = 5;

  private final Portal portal = Portal.shared();

  @Test
  void sixtyWrongDatesAtOnceAreComparedFiveTimesAtMost() throws Exception {
    Slip slip = portal.takeReadySlip();
    List<String> dates = wrongDates(slip, 60);
    dates.add(slip.dateOfBirth());
    Collections.shuffle(dates);

    List<HttpResponse<String>> answers = postAllAtOnce(slip, dates);

    long opened = answers.stream().filter(answer -> Pages.showsAResult(answer.body())).count();
    assertTrue(opened <= 1, "only the right date may open, it opened " + opened + " times");
    assertEquals(TRIES, used(slip), "every counted wrong try stays counted, and no more than five are");
    assertFalse(
        Pages.showsAResult(Phone.anywhere(portal).open(slip.code(), slip.dateOfBirth()).body()),
        "the slip is closed, even for the right date");
  }

  @Test
  void theFifthWrongDateClosesTheSlipAndNoneOfTheAnswersSaysSo() throws Exception {
    Slip slip = portal.takeReadySlip();
    List<String> bodies = new ArrayList<>();
    for (String date : wrongDates(slip, TRIES + 2)) {
      bodies.add(Pages.withoutEcho(Phone.anywhere(portal).open(slip.code(), date).body()));
    }
    assertEquals(1, bodies.stream().distinct().count(), "the answers tell how many tries are left");
    assertFalse(Pages.showsAResult(Phone.anywhere(portal).open(slip.code(), slip.dateOfBirth()).body()));
  }

  @Test
  void openingGivesItsTryBack() throws Exception {
    Slip slip = portal.takeReadySlip();
    for (int opening = 0; opening < TRIES + 2; opening++) {
      assertTrue(Pages.showsAResult(Phone.anywhere(portal).open(slip.code(), slip.dateOfBirth()).body()));
    }
    assertEquals(0, used(slip));
  }

  private List<HttpResponse<String>> postAllAtOnce(Slip slip, List<String> dates) throws Exception {
    try (ExecutorService finders = Executors.newFixedThreadPool(dates.size())) {
      List<Future<HttpResponse<String>>> posts = new ArrayList<>();
      for (String date : dates) {
        posts.add(finders.submit(() -> Phone.anywhere(portal).open(slip.code(), date)));
      }
      List<HttpResponse<String>> answers = new ArrayList<>();
      for (Future<HttpResponse<String>> post : posts) {
        answers.add(post.get());
      }
      return answers;
    }
  }

  private static List<String> wrongDates(Slip slip, int count) {
    List<String> dates = new ArrayList<>();
    for (int day = 1; dates.size() < count; day++) {
      String date = "19%02d-%02d-%02d".formatted(30 + day / 28, 1 + day % 12, 1 + day % 28);
      if (!date.equals(slip.dateOfBirth())) {
        dates.add(date);
      }
    }
    return dates;
  }

  private int used(Slip slip) throws SQLException {
    try (Connection database = portal.database();
        PreparedStatement query =
            database.prepareStatement("SELECT used FROM tries JOIN link USING (link_id) WHERE slip = ?")) {
      query.setString(1, slip.slipNumber().replaceAll("\\D", ""));
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
