package souspli.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import souspli.approvals.Proposal.Person;
import souspli.approvals.Proposal.Why;
import souspli.approvals.ProposePharmacy.Typed;
import souspli.fixtures.ADatabase;
import souspli.members.Invite;
import souspli.staff.Acting;
import souspli.staff.Acting.NotAllowed;
import souspli.staff.EmailAddress;
import souspli.staff.Invitation;
import souspli.staff.Invitation.Invited;
import souspli.staff.PersonName;
import souspli.staff.Role;

class ApprovalsIT {
  private static final Typed PLACE = new Typed(" Pharmacie du Pont ", "04 72 00 00 03", "990000028", "Europe/Paris");

  private ADesk desk;

  @BeforeEach
  void open() {
    desk = new ADesk();
  }

  @Test
  void anAdministratorIsInvitedByTwo() {
    assertEquals(new Invite.Answer.Waits(Why.ADMINISTRATOR), desk.invite(desk.anne, ADesk.administrator()));
    assertEquals(0, desk.count("invitation"), "there is no secret that could be used");
    Proposal proposal = desk.waiting();
    assertEquals(Optional.of(desk.anne.member()), proposal.askedBy());
    assertEquals(desk.now, proposal.askedAt());
    assertEquals(new Person(ADesk.administrator(), Optional.empty()), proposal.content());
    assertThrows(NotAllowed.class, () -> desk.approve(desk.anne, proposal, "mine"));
    assertThrows(NotAllowed.class, () -> desk.in(() -> desk.turnDown.turnDown(desk.anne, proposal.id(), "")));
    Approve.Answer.Invitable made =
        assertInstanceOf(Approve.Answer.Invitable.class, desk.approve(desk.luc, proposal, ""));
    Invitation invitation = desk.open(made.secret()).orElseThrow();
    assertEquals(Role.ADMINISTRATOR, invitation.role());
    assertEquals("new@example.org", invitation.email().text());
    assertEquals(List.of(), desk.see.waiting(desk.anne));
    assertEquals(new Approve.Answer.Gone(), desk.approve(desk.luc, proposal, ""), "once");
    assertEquals(1, desk.count("invitation"));
    assertEquals(1, desk.count("trail WHERE kind = 30 AND actor = " + desk.anne.member().value()));
    assertEquals(1, desk.count("trail WHERE kind = 11 AND actor = " + desk.luc.member().value()));
  }

  @Test
  void theTableItselfTakesNobodyForTwo() {
    desk.invite(desk.anne, ADesk.administrator());
    IllegalStateException refused =
        assertThrows(
            IllegalStateException.class, () -> desk.owner("UPDATE proposal SET decided_by = asked_by, approved = 1"));
    assertInstanceOf(SQLException.class, refused.getCause());
  }

  @Test
  void whomTheDirectoryHasThereIsInvitedAtOnce() {
    Invite.Answer.Made made =
        assertInstanceOf(Invite.Answer.Made.class, desk.invite(desk.ines, ADesk.pharmacist(ADesk.KNOWN)));
    assertEquals(Optional.of(ADesk.KNOWN), desk.open(made.secret()).orElseThrow().rpps());
  }

  @Test
  void whomItDoesNotHaveThereNeedsSomebodyElsesReason() {
    assertEquals(
        new Invite.Answer.Waits(Why.NOT_IN_DIRECTORY), desk.invite(desk.ines, ADesk.pharmacist(ADesk.UNKNOWN)));
    Proposal proposal = desk.waiting();
    assertEquals(new Approve.Answer.NoReason(), desk.approve(desk.luc, proposal, " \n "));
    assertEquals(proposal, desk.waiting());
    assertInstanceOf(
        Approve.Answer.Invitable.class, desk.approve(desk.luc, proposal, "moved last week,\nasked by telephone"));
    assertEquals(1, desk.count("proposal WHERE reason = 'moved last week, asked by telephone'"));
  }

  @Test
  void withoutADirectoryNobodyStandsInIt() {
    desk.owner("DELETE FROM directory_load");
    desk.owner("DELETE FROM professional");
    assertEquals(new Invite.Answer.Waits(Why.NO_DIRECTORY), desk.invite(desk.anne, ADesk.pharmacist(ADesk.KNOWN)));
  }

  @Test
  void whoWorksInAPharmacyHasANumber() {
    Invited without =
        new Invited(
            new EmailAddress("lea@example.org"),
            new PersonName("Léa Roux"),
            Role.MANAGER,
            Optional.of(ADesk.STATION));
    assertEquals(new Invite.Answer.NoNumber(), desk.invite(desk.anne, without));
  }

  @Test
  void whatWasTurnedDownStaysSo() {
    desk.invite(desk.anne, ADesk.administrator());
    Proposal proposal = desk.waiting();
    assertTrue(desk.in(() -> desk.turnDown.turnDown(desk.luc, proposal.id(), "nobody of us")));
    assertFalse(desk.in(() -> desk.turnDown.turnDown(desk.luc, proposal.id(), "")));
    assertEquals(new Approve.Answer.Gone(), desk.approve(desk.luc, proposal, ""));
    assertEquals(0, desk.count("invitation"));
  }

  @Test
  void nothingWaitsForEver() {
    desk.invite(desk.anne, ADesk.administrator());
    Proposal proposal = desk.waiting();
    desk.now = desk.now.plus(Duration.ofDays(14));
    assertEquals(List.of(), desk.see.waiting(desk.luc));
    assertEquals(new Approve.Answer.Gone(), desk.approve(desk.luc, proposal, ""));
    desk.invite(desk.anne, ADesk.administrator());
    assertEquals(1, desk.count("proposal"), "and is forgotten");
  }

  @Test
  void whatADisabledAdministratorAskedForNobodyApproves() {
    desk.invite(desk.anne, ADesk.administrator());
    Proposal proposal = desk.waiting();
    desk.owner("UPDATE member SET disabled_on = '2026-11-24' WHERE member = " + desk.anne.member().value());
    assertEquals(new Approve.Answer.Gone(), desk.approve(desk.luc, proposal, ""));
  }

  @Test
  void anAddressThatIsTakenMeanwhileIsNotInvited() {
    desk.invite(desk.anne, ADesk.administrator());
    Proposal proposal = desk.waiting();
    desk.owner("UPDATE member SET email = 'new@example.org' WHERE member = " + desk.claire.member().value());
    assertEquals(new Approve.Answer.Taken(), desk.approve(desk.luc, proposal, ""));
    assertEquals(proposal, desk.waiting());
  }

  @Test
  void aPharmacyTakesTwo() {
    assertEquals(ProposePharmacy.Answer.ASKED, propose(desk.anne, PLACE));
    assertEquals(1, desk.count("pharmacy"));
    Proposal proposal = desk.waiting();
    assertThrows(NotAllowed.class, () -> desk.approve(desk.anne, proposal, ""));
    Approve.Answer.Added added = assertInstanceOf(Approve.Answer.Added.class, desk.approve(desk.luc, proposal, ""));
    assertEquals("Pharmacie du Pont", added.pharmacy().name());
    assertEquals(2, desk.count("pharmacy"));
    assertEquals(ProposePharmacy.Answer.IS_HERE, propose(desk.luc, PLACE));
  }

  @Test
  void eachFieldOfAPharmacyIsChecked() {
    assertEquals(ProposePharmacy.Answer.NAME, propose(desk.anne, new Typed(" ", "0102", "990000028", "Europe/Paris")));
    assertEquals(
        ProposePharmacy.Answer.TELEPHONE, propose(desk.anne, new Typed("P", "call", "990000028", "Europe/Paris")));
    assertEquals(
        ProposePharmacy.Answer.FINESS, propose(desk.anne, new Typed("P", "0102", "990000029", "Europe/Paris")));
    assertEquals(ProposePharmacy.Answer.ZONE, propose(desk.anne, new Typed("P", "0102", "990000028", "Mars/Olympus")));
    assertEquals(0, desk.count("proposal"));
  }

  @Test
  void onlyAnAdministratorSeesAndDecides() {
    desk.invite(desk.anne, ADesk.administrator());
    long id = desk.waiting().id();
    for (Acting other : List.of(desk.ines, desk.claire)) {
      assertThrows(NotAllowed.class, () -> desk.see.waiting(other));
      assertThrows(NotAllowed.class, () -> desk.in(() -> desk.approve.approve(other, id, "")));
      assertThrows(NotAllowed.class, () -> desk.in(() -> desk.turnDown.turnDown(other, id, "")));
      assertThrows(NotAllowed.class, () -> propose(other, PLACE));
    }
  }

  @Test
  void ofTwoWhoApproveAtOnceOneDoes() throws Exception {
    desk.invite(desk.anne, ADesk.administrator());
    Proposal proposal = desk.waiting();
    Callable<Boolean> once =
        () -> desk.approve(desk.luc, proposal, "") instanceof Approve.Answer.Invitable;
    try (var threads = Executors.newFixedThreadPool(4)) {
      int approved = 0;
      for (var done : threads.invokeAll(List.of(once, once, once, once))) {
        approved += done.get() ? 1 : 0;
      }
      assertEquals(1, approved);
    }
    assertEquals(1, desk.count("invitation"));
  }

  @Test
  void lostFactorsAreRenewedInTheSameRoleAndPharmacy() {
    Invite.Answer.Made made =
        assertInstanceOf(
            Invite.Answer.Made.class, desk.in(() -> desk.renew.renew(desk.ines, desk.claire.member())));
    Invitation invitation = desk.open(made.secret()).orElseThrow();
    assertEquals(Optional.of(desk.claire.member()), invitation.renews());
    assertEquals(Role.PHARMACIST, invitation.role());
    assertEquals(Optional.of(ADesk.STATION), invitation.pharmacy());
    assertEquals(1, desk.count("trail WHERE kind = 31 AND subject = " + desk.claire.member().value()));
    assertThrows(
        NotAllowed.class, () -> desk.in(() -> desk.renew.renew(desk.ines, desk.ines.member())), "nobody their own");
    assertThrows(
        NotAllowed.class, () -> desk.in(() -> desk.renew.renew(desk.ines, desk.anne.member())), "beyond reach");
    desk.owner("UPDATE member SET disabled_on = '2026-11-24' WHERE member = " + desk.claire.member().value());
    assertThrows(
        NotAllowed.class, () -> desk.in(() -> desk.renew.renew(desk.ines, desk.claire.member())), "disabled");
  }

  /** Else one administrator would become the second one, and approve whatever they like. */
  @Test
  void anAdministratorsFactorsAreRenewedByTwo() {
    assertEquals(
        new Invite.Answer.Waits(Why.ADMINISTRATOR), desk.in(() -> desk.renew.renew(desk.anne, desk.luc.member())));
    Proposal proposal = desk.waiting();
    assertEquals(0, desk.count("invitation"));
    assertThrows(NotAllowed.class, () -> desk.approve(desk.anne, proposal, ""));
    desk.owner("UPDATE member SET disabled_on = '2026-11-24' WHERE member = " + desk.luc.member().value());
    assertEquals(new Approve.Answer.Taken(), desk.approve(desk.luc, proposal, ""), "not who was disabled since");
  }

  @Test
  void theCommandLineMayAskAsWell() throws Exception {
    try (Connection db = ADatabase.owner().getConnection()) {
      Person person = new Person(ADesk.administrator(), Optional.empty());
      Proposals.ask(db, new java.security.SecureRandom(), Why.ADMINISTRATOR, person, Optional.empty(), desk.now);
    }
    assertEquals(Optional.empty(), desk.waiting().askedBy());
    assertInstanceOf(Approve.Answer.Invitable.class, desk.approve(desk.anne, desk.waiting(), ""));
  }

  private ProposePharmacy.Answer propose(Acting by, Typed typed) {
    return desk.in(() -> desk.propose.propose(by, typed));
  }
}
