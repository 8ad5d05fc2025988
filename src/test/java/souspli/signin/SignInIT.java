package souspli.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static souspli.signin.ADoor.EMAIL;
import static souspli.signin.ADoor.PASSWORD;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.limits.ClientAddress;
import souspli.mail.Letter;
import souspli.staff.EmailAddress;
import souspli.staff.Member;
import souspli.staff.Role;

class SignInIT {
  @TempDir Path directory;

  private ADoor door;

  @BeforeEach
  void openIt() {
    door = new ADoor(directory);
  }

  @Test
  void whoWasInvitedGetsInWithAllThree() throws Exception {
    TotpSecret totp = door.join();
    SignIn.Answer answer = door.signIn(EMAIL, PASSWORD, totp.digitsAt(door.now));
    Member member = assertInstanceOf(SignIn.Answer.In.class, answer).member();
    assertEquals(Role.ADMINISTRATOR, member.role());
    assertEquals(EMAIL, member.email());
    assertFalse(member.totp().orElseThrow().toString().contains(totp.text()));
  }

  @Test
  void everyFailureIsOneAnswer() throws Exception {
    TotpSecret totp = door.join();
    String digits = totp.digitsAt(door.now);
    assertEquals(new SignIn.Answer.Refused(), door.signIn("nobody@example.org", PASSWORD, digits));
    assertEquals(new SignIn.Answer.Refused(), door.signIn(EMAIL, "another-password-of-16", digits));
    assertEquals(new SignIn.Answer.Refused(), door.signIn(EMAIL, PASSWORD, ""));
    assertEquals(new SignIn.Answer.Refused(), door.signIn(EMAIL, PASSWORD, totp.digitsAt(door.now.minusSeconds(90))));
    assertEquals(new SignIn.Answer.Refused(), door.signIn("no address", PASSWORD, digits));
    assertInstanceOf(SignIn.Answer.In.class, door.signIn(" ADA@example.org ", PASSWORD, " " + digits));
    door.disable(EMAIL);
    door.now = door.now.plusSeconds(60);
    assertEquals(new SignIn.Answer.Refused(), door.signIn(EMAIL, PASSWORD, totp.digitsAt(door.now)));
  }

  @Test
  void theTrailTellsWhoCameInAndWhoDidNot() throws Exception {
    TotpSecret totp = door.join();
    ClientAddress place = door.place();
    for (String email : List.of("nobody@example.org", "no address", EMAIL, EMAIL)) {
      door.signIn(email, PASSWORD, "", place);
    }
    door.signIn(EMAIL, PASSWORD, totp.digitsAt(door.now));
    for (int i = 0; i < Member.WRONG_FACTORS; i++) {
      door.signIn(EMAIL, PASSWORD, "123456");
    }
    assertEquals(List.of("FACTOR_DISABLED", "JOINED", "REFUSED 12", "REFUSED 2", "SIGNED_IN"), door.trail());
  }

  /**
   * Measured as processor time of this thread, of which a busy machine adds a little here and there: so the least of
   * nine is what it takes. Whoever left the password's hash out would take a tenth.
   */
  @Test
  void everyFailureIsTheSameWork() throws Exception {
    door.join();
    TotpSecret disabled = door.join("disabled@example.org");
    door.disable("disabled@example.org");
    Map<String, Runnable> failures = new LinkedHashMap<>();
    failures.put("unknown", () -> door.signIn("nobody@example.org", PASSWORD, "123456"));
    failures.put("password", () -> door.signIn(EMAIL, "another-password-of-16", "123456"));
    failures.put("digits", () -> door.signIn(EMAIL, PASSWORD, ""));
    failures.put("recovery code", () -> door.signIn(EMAIL, "another-password-of-16", "0123-4567-89AB"));
    failures.put("disabled", () -> door.signIn("disabled@example.org", PASSWORD, disabled.digitsAt(door.now)));
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Map<String, List<Long>> work = new LinkedHashMap<>();
    for (int round = 0; round < 9; round++) {
      for (var failure : failures.entrySet()) {
        long begin = threads.getCurrentThreadCpuTime();
        failure.getValue().run();
        work.computeIfAbsent(failure.getKey(), key -> new ArrayList<>()).add(threads.getCurrentThreadCpuTime() - begin);
      }
    }
    List<Long> least = work.values().stream().map(Collections::min).sorted().toList();
    assertTrue(least.getLast() < least.getFirst() * 1.5, "nanoseconds: " + work);
  }

  @Test
  void digitsLetOneInHoweverManyTryThem() throws Exception {
    TotpSecret totp = door.join();
    String digits = totp.digitsAt(door.now);
    Callable<SignIn.Answer> attempt = () -> door.signIn(EMAIL, PASSWORD, digits);
    int in = 0;
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var answer : threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> attempt).toList())) {
        in += answer.get() instanceof SignIn.Answer.In ? 1 : 0;
      }
    }
    assertEquals(1, in);
  }

  @Test
  void tenWrongDigitsInARowAreTheEndOfThem() throws Exception {
    TotpSecret totp = door.join();
    for (int i = 0; i < 9; i++) {
      door.signIn(EMAIL, PASSWORD, "");
    }
    assertInstanceOf(
        SignIn.Answer.In.class, door.signIn(EMAIL, PASSWORD, totp.digitsAt(door.now)), "a right one forgets nine");
    door.now = door.now.plusSeconds(60);
    for (int i = 0; i < 10; i++) {
      door.signIn(EMAIL, PASSWORD, "");
    }
    assertEquals(new SignIn.Answer.Refused(), door.signIn(EMAIL, PASSWORD, totp.digitsAt(door.now)));
    assertTrue(door.member(EMAIL).factorDisabled());
    assertEquals(List.of(new EmailAddress(EMAIL)), door.letters.stream().map(Letter::to).toList(), "told once");
  }

  @Test
  void whoKnowsOnlyTheAddressShutsNobodyOut() throws Exception {
    TotpSecret totp = door.join();
    for (int i = 0; i < 30; i++) {
      door.signIn(EMAIL, "a wrong password " + i, "123456");
    }
    assertInstanceOf(SignIn.Answer.In.class, door.signIn(EMAIL, PASSWORD, totp.digitsAt(door.now)));
  }

  @Test
  void wrongTriesFromOnePlaceWaitLongerAndLonger() throws Exception {
    for (String email : new String[] {EMAIL, "nobody@example.org"}) {
      door.join(email);
      ClientAddress here = door.place();
      for (int i = 0; i < 6; i++) {
        assertEquals(new SignIn.Answer.Refused(), door.signIn(email, "wrong password " + i, "", here), "try " + i);
      }
      Duration first = assertInstanceOf(SignIn.Answer.TooSoon.class, door.signIn(email, "x", "", here)).left();
      assertEquals(Duration.ofSeconds(1), first);
      door.now = door.now.plus(first);
      assertEquals(new SignIn.Answer.Refused(), door.signIn(email, "x", "", here));
      Duration second = assertInstanceOf(SignIn.Answer.TooSoon.class, door.signIn(email, "x", "", here)).left();
      assertEquals(Duration.ofSeconds(2), second);
    }
  }

  @Test
  void aRecoveryCodeStandsOnceForTheDigits() throws Exception {
    TotpSecret totp = door.join();
    String code = door.codes.getFirst().text();
    assertEquals(10, door.codes.size());
    assertEquals(new SignIn.Answer.Refused(), door.signIn(EMAIL, "another-password-of-16", code), "not alone");
    assertInstanceOf(SignIn.Answer.In.class, door.signIn(EMAIL, PASSWORD, code.toLowerCase().replace('-', ' ')));
    assertEquals(new SignIn.Answer.Refused(), door.signIn(EMAIL, PASSWORD, code), "once");
    assertTrue(door.letters.getLast().text().contains("Il vous en reste 9"), door.letters.getLast().text());
    assertInstanceOf(SignIn.Answer.In.class, door.signIn(EMAIL, PASSWORD, totp.digitsAt(door.now)), "digits still do");
  }

  @Test
  void wrongRecoveryCodesCountLikeWrongDigits() throws Exception {
    door.join();
    for (int i = 0; i < 10; i++) {
      assertEquals(new SignIn.Answer.Refused(), door.signIn(EMAIL, PASSWORD, "0123-4567-89A" + i));
    }
    assertTrue(door.member(EMAIL).factorDisabled());
    assertEquals(new SignIn.Answer.Refused(), door.signIn(EMAIL, PASSWORD, door.codes.get(1).text()));
  }

  @Test
  void anothersCodeAndOneOfBeforeAreNone() throws Exception {
    door.join();
    String old = door.codes.getFirst().text();
    door.join("eve@example.org");
    String evesOwn = door.codes.getFirst().text();
    assertEquals(new SignIn.Answer.Refused(), door.signIn(EMAIL, PASSWORD, evesOwn));
    door.disable(EMAIL);
    door.now = door.now.plusSeconds(120);
    door.join();
    assertEquals(new SignIn.Answer.Refused(), door.signIn(EMAIL, PASSWORD, old));
  }

  @Test
  void ofAllWhoUseOneAtOnceOneGetsIn() throws Exception {
    door.join();
    String code = door.codes.getFirst().text();
    Callable<Boolean> once = () -> door.signIn(EMAIL, PASSWORD, code) instanceof SignIn.Answer.In;
    try (var threads = Executors.newFixedThreadPool(4)) {
      int in = 0;
      for (var done : threads.invokeAll(List.of(once, once, once, once))) {
        in += done.get() ? 1 : 0;
      }
      assertEquals(1, in);
    }
  }
}
