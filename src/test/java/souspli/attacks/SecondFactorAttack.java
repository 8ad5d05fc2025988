package souspli.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import souspli.fixtures.Lines;
import souspli.fixtures.Newcomer;
import souspli.fixtures.Portal;
import souspli.staff.Role;

/** Somebody who knows an address, or a password too, and wants the rest: by guessing, by listening, or by comparing. */
class SecondFactorAttack {
  private static final String WRONG = "another password of mine";

  private final Portal portal = Portal.shared();
  private final Map<String, List<Long>> times = new LinkedHashMap<>();

  @Test
  void manyGuessesAtOnceAreTenAndThenNoDigitsCount() throws Exception {
    Newcomer victim = Newcomer.in(portal, Role.SUPPORT);
    String right = victim.digits();
    List<Callable<Integer>> guesses =
        IntStream.range(0, 61)
            .mapToObj(i -> guess(victim, "%06d".formatted((Integer.parseInt(right) + 7919 * (i + 1)) % 1_000_000)))
            .toList();
    try (var threads = Executors.newFixedThreadPool(16)) {
      for (var guess : threads.invokeAll(guesses)) {
        assertTrue(guess.get() >= 400, "nobody gets in by guessing");
      }
    }
    assertEquals(List.of("10 true"), row("wrong_factors, factor_disabled", victim));
    assertEquals(List.of("1"), row("(SELECT COUNT(*) FROM trail WHERE subject = member AND kind = 17)", victim));
    assertEquals(403, victim.signIn(Newcomer.PASSWORD, right).statusCode(), "the factor is worth nothing any more");
    assertEquals(303, Newcomer.get(portal, "/staff/support", victim.cookie()).statusCode(), "and sessions have ended");
  }

  @Test
  void digitsThatWereOverheardServeNobodyElse() {
    Newcomer victim = Newcomer.in(portal, Role.SUPPORT);
    String digits = victim.digits();
    assertEquals(303, victim.signIn(Newcomer.PASSWORD, digits).statusCode());
    assertEquals(403, victim.signIn(Newcomer.PASSWORD, digits).statusCode());
  }

  /** Whoever lured somebody into typing all three elsewhere is as fast as they are: of many at once, one gets in. */
  @Test
  void digitsThatWereFishedServeOnceHoweverFast() throws Exception {
    Newcomer victim = Newcomer.in(portal, Role.SUPPORT);
    Callable<Integer> fisher = guess(victim, victim.digits());
    List<Integer> answers = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var answer : threads.invokeAll(Collections.nCopies(8, fisher))) {
        answers.add(answer.get());
      }
    }
    assertEquals(1, answers.stream().filter(status -> status == 303).count(), answers.toString());
  }

  /** There is no half-open door: a right password alone leaves nothing behind that a second request could use. */
  @Test
  void afterThePasswordAloneNothingAnswers() {
    Newcomer victim = Newcomer.in(portal, Role.SUPPORT);
    for (Map<String, String> form :
        List.of(
            Map.of("email", victim.email(), "password", Newcomer.PASSWORD),
            Map.of("email", victim.email(), "password", Newcomer.PASSWORD, "totp", ""),
            Map.of("email", victim.email(), "totp", victim.digits()))) {
      HttpResponse<String> answer = Newcomer.post(portal, "/staff/", form, "");
      assertEquals(403, answer.statusCode());
      assertEquals(List.of(), answer.headers().allValues("Set-Cookie"));
    }
    HttpResponse<String> then = Newcomer.post(portal, "/staff/", Map.of("totp", victim.digits()), "");
    assertEquals(403, then.statusCode(), "the factor alone");
    for (String page : new String[] {"/staff/support", "/staff/trail", "/staff/passkeys", "/staff/sign-out"}) {
      assertEquals(303, Newcomer.post(portal, page, Map.of("support", "support"), "").statusCode(), page);
    }
  }

  @Test
  void aRecoveryCodeThatWasReadOverAShoulderServesNobodyElse() {
    Newcomer victim = Newcomer.in(portal, Role.SUPPORT);
    String code = victim.recoveryCodes().getFirst();
    assertEquals(403, victim.signIn(WRONG, code).statusCode(), "it is worth nothing without the password");
    assertEquals(303, victim.signIn(Newcomer.PASSWORD, code).statusCode());
    assertEquals(403, victim.signIn(Newcomer.PASSWORD, code).statusCode());
    assertEquals(403, Newcomer.in(portal, Role.SUPPORT).signIn(Newcomer.PASSWORD, code).statusCode());
  }

  @Test
  void whoKnowsOnlyTheAddressShutsNobodyOut() {
    Newcomer victim = Newcomer.in(portal, Role.SUPPORT);
    for (int i = 0; i < 25; i++) {
      assertEquals(403, victim.signIn(WRONG + i, "123456").statusCode());
    }
    assertEquals(303, victim.signIn(Newcomer.PASSWORD, victim.digits()).statusCode());
  }

  @Test
  void allFailuresAreOneAnswerAfterOneTime() throws Exception {
    Newcomer member = Newcomer.in(portal, Role.SUPPORT);
    Newcomer disabled = Newcomer.in(portal, Role.SUPPORT);
    String disable = "UPDATE member SET disabled_on = '2026-01-01' WHERE email = ?";
    try (Connection db = portal.owner();
        PreparedStatement update = db.prepareStatement(disable)) {
      update.setString(1, disabled.email());
      assertEquals(1, update.executeUpdate());
    }
    Map<String, Supplier<HttpResponse<String>>> failures = new LinkedHashMap<>();
    failures.put("unknown", () -> Newcomer.signIn(portal, "nobody@example.org", Newcomer.PASSWORD, "123456"));
    failures.put("password", () -> member.signIn(WRONG, "123456"));
    failures.put("disabled", () -> disabled.signIn(Newcomer.PASSWORD, "123456"));
    // two of them, since ten wrong digits in a row change something
    Iterator<Newcomer> careless =
        Stream.of(Newcomer.in(portal, Role.SUPPORT), Newcomer.in(portal, Role.SUPPORT))
            .flatMap(newcomer -> Collections.nCopies(9, newcomer).stream())
            .iterator();
    failures.put("recovery", () -> member.signIn(WRONG, "0123-4567-89AB"));
    failures.put("digits", () -> careless.next().signIn(Newcomer.PASSWORD, ""));
    String one = null;
    for (var failure : failures.entrySet()) {
      HttpResponse<String> answer = failure.getValue().get();
      assertEquals(403, answer.statusCode(), failure.getKey());
      assertEquals("", Newcomer.cookie(answer), failure.getKey());
      one = one == null ? withoutEcho(answer) : one;
      assertEquals(one, withoutEcho(answer), failure.getKey());
    }
    // a busy machine may spoil one comparison; whoever left the password's hash out is ten times faster in all of them
    assertTrue(areOfOneTime(failures) || areOfOneTime(failures), "twice, in nanoseconds: " + times);
  }

  private boolean areOfOneTime(Map<String, Supplier<HttpResponse<String>>> failures) {
    times.clear();
    for (int round = 0; round < 8; round++) {
      for (var failure : failures.entrySet()) {
        long begin = System.nanoTime();
        failure.getValue().get();
        times.computeIfAbsent(failure.getKey(), key -> new ArrayList<>()).add(System.nanoTime() - begin);
      }
    }
    // of each the second fastest: what else the machine does only adds
    double[] took =
        times.values().stream().mapToDouble(all -> all.stream().sorted().toList().get(1)).sorted().toArray();
    return took[took.length - 1] < 2 * took[0];
  }

  private List<String> row(String columns, Newcomer of) throws SQLException {
    try (Connection db = portal.database()) {
      return Lines.of(db, "SELECT " + columns + " FROM member WHERE email = '" + of.email() + "'");
    }
  }

  private static Callable<Integer> guess(Newcomer victim, String digits) {
    return () -> victim.signIn(Newcomer.PASSWORD, digits).statusCode();
  }

  private static String withoutEcho(HttpResponse<String> answer) {
    return Pages.withoutEcho(answer.body());
  }
}
