package souspli.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static souspli.signin.ADoor.EMAIL;
import static souspli.signin.ADoor.PASSWORD;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.staff.InvitationSecret;

class AcceptInvitationIT {
  @TempDir Path directory;

  private ADoor door;

  @BeforeEach
  void openIt() {
    door = new ADoor(directory);
  }

  @Test
  void anInvitationIsAcceptedOnceAndOnlyAsItIs() throws Exception {
    InvitationSecret secret = door.invite(EMAIL);
    InvitationSecret other = door.invite("eve@example.org");
    Enrolment enrolment = door.transactions.run(() -> door.accept.begin(secret)).orElseThrow();
    String digits = enrolment.secret().digitsAt(door.now);
    assertInstanceOf(
        AcceptInvitation.Answer.Refused.class, door.accept(other, enrolment.sealed(), digits), "another's enrolment");
    assertInstanceOf(
        AcceptInvitation.Answer.Refused.class, door.accept(secret, "A".repeat(123), digits), "an edited one");
    assertInstanceOf(AcceptInvitation.Answer.WrongDigits.class, door.accept(secret, enrolment.sealed(), "000 00"));
    assertInstanceOf(AcceptInvitation.Answer.Accepted.class, door.accept(secret, enrolment.sealed(), digits));
    assertInstanceOf(AcceptInvitation.Answer.Refused.class, door.accept(secret, enrolment.sealed(), digits), "used");
    assertEquals(Optional.empty(), door.transactions.run(() -> door.accept.begin(secret)));
    InvitationSecret again = door.invite(EMAIL);
    Enrolment taken = door.transactions.run(() -> door.accept.begin(again)).orElseThrow();
    assertInstanceOf(
        AcceptInvitation.Answer.Refused.class,
        door.accept(again, taken.sealed(), taken.secret().digitsAt(door.now)),
        "somebody works here under that address");
  }

  @Test
  void whoWasDisabledComesBackWithNewFactors() throws Exception {
    TotpSecret old = door.join();
    String before = door.member(EMAIL).stamp();
    door.disable(EMAIL);
    door.now = door.now.plusSeconds(120);
    TotpSecret fresh = door.join();
    assertFalse(before.equals(door.member(EMAIL).stamp()));
    assertEquals(new SignIn.Answer.Refused(), door.signIn(EMAIL, PASSWORD, old.digitsAt(door.now)));
    assertInstanceOf(SignIn.Answer.In.class, door.signIn(EMAIL, PASSWORD, fresh.digitsAt(door.now)));
  }

  @Test
  void whoWorksHereGetsNewFactorsByAnInvitationThatSaysSo() throws Exception {
    TotpSecret old = door.join();
    String before = door.member(EMAIL).stamp();
    InvitationSecret plain = door.invite(EMAIL);
    InvitationSecret first = door.renew(EMAIL);
    InvitationSecret second = door.renew(EMAIL);
    door.now = door.now.plusSeconds(120);
    assertInstanceOf(AcceptInvitation.Answer.Refused.class, acceptWithNewDigits(plain), "it is for somebody new");
    assertEquals(before, door.member(EMAIL).stamp(), "until it is accepted nothing changes");
    assertInstanceOf(AcceptInvitation.Answer.Accepted.class, acceptWithNewDigits(first));
    assertFalse(before.equals(door.member(EMAIL).stamp()), "sessions of before end");
    assertEquals(new SignIn.Answer.Refused(), door.signIn(EMAIL, PASSWORD, old.digitsAt(door.now)));
    assertEquals(Optional.empty(), door.transactions.run(() -> door.accept.begin(second)), "and so do other letters");
    assertEquals(List.of("FACTORS_RENEWED", "JOINED", "REFUSED"), door.trail(), "nobody came back, who was never away");
  }

  @Test
  void anInvitationThatRenewsRevivesNobodyAndMovesNobody() throws Exception {
    door.join();
    InvitationSecret renewal = door.renew(EMAIL);
    door.disable(EMAIL);
    assertInstanceOf(AcceptInvitation.Answer.Refused.class, acceptWithNewDigits(renewal), "disabled since");
    door.join();
    InvitationSecret other = door.renew(EMAIL);
    door.owner("UPDATE invitation SET role = 3 WHERE renews IS NOT NULL AND NOT used");
    assertInstanceOf(AcceptInvitation.Answer.Refused.class, acceptWithNewDigits(other), "another role");
    door.owner("UPDATE invitation SET role = 4, renews = 5 WHERE renews IS NOT NULL AND NOT used");
    assertInstanceOf(AcceptInvitation.Answer.Refused.class, acceptWithNewDigits(other), "another member");
  }

  private AcceptInvitation.Answer acceptWithNewDigits(InvitationSecret secret) {
    Optional<Enrolment> enrolment = door.transactions.run(() -> door.accept.begin(secret));
    return enrolment.isEmpty()
        ? new AcceptInvitation.Answer.Refused()
        : door.accept(secret, enrolment.get().sealed(), enrolment.get().secret().digitsAt(door.now));
  }
}
