package souspli.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import souspli.sealedlink.PharmacyId;
import souspli.staff.Acting.NotAllowed;
import souspli.staff.Acting.Proof;
import souspli.staff.Acting.StaleFactor;

class PermissionsTest {

  /** The whole table in the open, so that a change of it is read twice. */
  @Test
  void theTable() {
    String table =
        Stream.of(Act.values())
            .map(
                act ->
                    "%-21s".formatted(act)
                        + Stream.of(Role.values())
                            .map(role -> Permissions.allow(act, role) ? role.name().substring(0, 1) : "-")
                            .collect(Collectors.joining(" ")))
            .collect(Collectors.joining("\n", "", "\n"));
    assertEquals(
        """
        ISSUE                P M - -
        SEE_WORKLIST         P M - -
        ENTER_RESULT         P M - -
        LOOK_AT_RESULT       P M - -
        CORRECT              P M - -
        REISSUE              P M - -
        WITHDRAW             P M - -
        GRANT_TRIES          P M - -
        FIND_SLIP_BY_SUPPORT - - S -
        WITHDRAW_BY_SUPPORT  - - S -
        SEE_MEMBERS          - M - A
        INVITE               - M - A
        DISABLE_MEMBER       - M - A
        SEE_MISSING_STAFF    - - - A
        SEE_PROPOSALS        - - - A
        DECIDE_PROPOSAL      - - - A
        PROPOSE_PHARMACY     - - - A
        SEE_API_KEYS         - M - -
        MAKE_API_KEY         - M - -
        REVOKE_API_KEY       - M - -
        SEE_REGISTRY         - - - A
        HAVE_PASSKEYS        P M S A
        HAVE_RECOVERY_CODES  P M S A
        SEE_OWN_TRAIL        P M S A
        SEE_TRAIL            - M - A
        """,
        table);
  }

  @Test
  void whoIsNotInTheTableIsRefused() {
    for (Act act : Act.values()) {
      for (Role role : Role.values()) {
        Acting acting = acting(role, 7).proven();
        if (Permissions.allow(act, role)) {
          acting.require(act);
        } else {
          assertThrows(NotAllowed.class, () -> acting.require(act));
        }
      }
    }
  }

  /** What asks for a factor of the last five minutes: F fresh, S stale, and K a key of software, let through. */
  @Test
  void whatASessionAloneIsNotEnoughFor() {
    String table =
        Stream.of(Act.values())
            .map(
                act ->
                    "%-21s".formatted(act)
                        + (Permissions.provenEnough(act, Proof.FRESH) ? "F " : "- ")
                        + (Permissions.provenEnough(act, Proof.STALE) ? "S " : "- ")
                        + (Permissions.provenEnough(act, Proof.SOFTWARE) ? "K" : "-"))
            .filter(line -> !line.endsWith("F S K"))
            .collect(Collectors.joining("\n", "", "\n"));
    assertEquals(
        """
        CORRECT              F - K
        WITHDRAW             F - K
        WITHDRAW_BY_SUPPORT  F - -
        INVITE               F - -
        DISABLE_MEMBER       F - -
        DECIDE_PROPOSAL      F - -
        MAKE_API_KEY         F - -
        REVOKE_API_KEY       F - -
        """,
        table);
  }

  @Test
  void whoHasNotShownEnoughIsRefusedByTheUseCase() {
    for (Act act : Act.values()) {
      for (Role role : Permissions.who(act)) {
        for (Proof proof : Proof.values()) {
          Acting acting = new Acting(new MemberId(1), role, acting(role, 7).pharmacy(), proof);
          if (Permissions.provenEnough(act, proof)) {
            acting.require(act);
          } else {
            assertThrows(StaleFactor.class, () -> acting.require(act));
          }
        }
      }
    }
    assertEquals(Proof.STALE, acting(Role.MANAGER, 7).proof(), "unless somebody says so");
  }

  @Test
  void aManagerRulesThePharmacistsOfOnePharmacy() {
    Acting manager = acting(Role.MANAGER, 7);
    assertTrue(manager.reaches(Role.PHARMACIST, Optional.of(new PharmacyId(7))));
    assertFalse(manager.reaches(Role.PHARMACIST, Optional.of(new PharmacyId(8))));
    assertFalse(manager.reaches(Role.MANAGER, Optional.of(new PharmacyId(7))));
    assertFalse(manager.reaches(Role.ADMINISTRATOR, Optional.empty()));
    assertTrue(acting(Role.ADMINISTRATOR, 0).reaches(Role.MANAGER, Optional.of(new PharmacyId(8))));
    assertFalse(acting(Role.PHARMACIST, 7).reaches(Role.PHARMACIST, Optional.of(new PharmacyId(7))));
    assertFalse(acting(Role.SUPPORT, 0).reaches(Role.SUPPORT, Optional.empty()));
  }

  @Test
  void nobodyActsInAPharmacyThatIsNotTheirs() {
    assertThrows(IllegalArgumentException.class, () -> acting(Role.PHARMACIST, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Acting(new MemberId(1), Role.SUPPORT, Optional.of(new PharmacyId(7))));
    assertThrows(NotAllowed.class, () -> acting(Role.ADMINISTRATOR, 0).pharmacyId());
    assertEquals(new PharmacyId(7), acting(Role.MANAGER, 7).pharmacyId());
  }

  @Test
  void rolesKeepTheirNumbers() {
    assertEquals("1 2 3 4", Stream.of(Role.values()).map(r -> "" + r.code()).collect(Collectors.joining(" ")));
    for (Role role : Role.values()) {
      assertEquals(role, Role.of(role.code()));
    }
    assertThrows(IllegalStateException.class, () -> Role.of(0));
  }

  @Test
  void memberIdsAreReadBackOnlyAsWritten() {
    assertEquals(Optional.of(new MemberId(Long.MAX_VALUE)), MemberId.parse("" + Long.MAX_VALUE));
    for (String wrong : new String[] {null, "", "0", "-1", "01", "9223372036854775808", "1 ", "٣"}) {
      assertEquals(Optional.empty(), MemberId.parse(wrong));
    }
  }

  private static Acting acting(Role role, long pharmacy) {
    Optional<PharmacyId> where =
        role.inPharmacy() && pharmacy != 0 ? Optional.of(new PharmacyId(pharmacy)) : Optional.empty();
    return new Acting(new MemberId(1), role, where);
  }
}
