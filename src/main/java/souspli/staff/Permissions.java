package souspli.staff;

import static souspli.staff.Role.ADMINISTRATOR;
import static souspli.staff.Role.MANAGER;
import static souspli.staff.Role.PHARMACIST;
import static souspli.staff.Role.SUPPORT;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import souspli.staff.Acting.Proof;

/**
 * Who may what: the one table. Whatever is not in it is refused.
 *
 * <p>It says what, not whose: a member who belongs to a pharmacy does everything within that pharmacy only, see {@link
 * Acting#pharmacyId()} and {@link Acting#reaches}. Both tables are switches without a default, so that a new act or
 * role does not compile before somebody has decided.
 */
public final class Permissions {

  /** Each page of staff with the act of whoever may open it and post to it. A page that is not here is nobody's. */
  private static final Map<String, Act> PAGES =
      Map.of(
          "/staff/counter", Act.SEE_WORKLIST,
          "/staff/scanner", Act.ISSUE,
          "/staff/support", Act.FIND_SLIP_BY_SUPPORT,
          "/staff/members", Act.SEE_MEMBERS,
          "/staff/approvals", Act.SEE_PROPOSALS,
          "/staff/keys", Act.SEE_API_KEYS,
          "/staff/registry", Act.SEE_REGISTRY,
          "/staff/passkeys", Act.HAVE_PASSKEYS,
          "/staff/recovery", Act.HAVE_RECOVERY_CODES,
          "/staff/trail", Act.SEE_OWN_TRAIL);

  /** What lets in and out: whoever is signed in may use it whatever their role. */
  private static final Set<String> WAYS =
      Set.of(
          "/staff/",
          "/staff/invitation",
          "/staff/psc",
          "/staff/psc/return",
          "/staff/lock",
          "/staff/locked",
          "/staff/sign-out");

  private Permissions() {}

  /** The roles that may do it. */
  public static Set<Role> who(Act act) {
    return switch (act) {
      case ISSUE -> Set.of(PHARMACIST, MANAGER);
      case SEE_WORKLIST -> Set.of(PHARMACIST, MANAGER);
      case ENTER_RESULT -> Set.of(PHARMACIST, MANAGER);
      case LOOK_AT_RESULT -> Set.of(PHARMACIST, MANAGER);
      case CORRECT -> Set.of(PHARMACIST, MANAGER);
      case REISSUE -> Set.of(PHARMACIST, MANAGER);
      case WITHDRAW -> Set.of(PHARMACIST, MANAGER);
      case GRANT_TRIES -> Set.of(PHARMACIST, MANAGER);
      case FIND_SLIP_BY_SUPPORT -> Set.of(SUPPORT);
      case WITHDRAW_BY_SUPPORT -> Set.of(SUPPORT);
      case SEE_MEMBERS -> Set.of(MANAGER, ADMINISTRATOR);
      case INVITE -> Set.of(MANAGER, ADMINISTRATOR);
      case DISABLE_MEMBER -> Set.of(MANAGER, ADMINISTRATOR);
      case SEE_MISSING_STAFF -> Set.of(ADMINISTRATOR);
      case SEE_PROPOSALS -> Set.of(ADMINISTRATOR);
      case DECIDE_PROPOSAL -> Set.of(ADMINISTRATOR);
      case PROPOSE_PHARMACY -> Set.of(ADMINISTRATOR);
      case SEE_API_KEYS -> Set.of(MANAGER);
      case MAKE_API_KEY -> Set.of(MANAGER);
      case REVOKE_API_KEY -> Set.of(MANAGER);
      case SEE_REGISTRY -> Set.of(ADMINISTRATOR);
      case HAVE_PASSKEYS -> Set.of(PHARMACIST, MANAGER, SUPPORT, ADMINISTRATOR);
      case HAVE_RECOVERY_CODES -> Set.of(PHARMACIST, MANAGER, SUPPORT, ADMINISTRATOR);
      case SEE_OWN_TRAIL -> Set.of(PHARMACIST, MANAGER, SUPPORT, ADMINISTRATOR);
      case SEE_TRAIL -> Set.of(MANAGER, ADMINISTRATOR);
    };
  }

  /**
   * Whether so much proof is enough for it. What cannot be taken back, or lets somebody in, asks for a factor that was
   * shown within five minutes: an open page that somebody else sits down at is not enough. Pharmacy software corrects
   * and withdraws by its key, as the contract has it, and does nothing else of the kind.
   */
  public static boolean provenEnough(Act act, Proof proof) {
    return switch (act) {
      case CORRECT, WITHDRAW -> proof != Proof.STALE;
      case WITHDRAW_BY_SUPPORT, MAKE_API_KEY, REVOKE_API_KEY -> proof == Proof.FRESH;
      case INVITE, DISABLE_MEMBER, DECIDE_PROPOSAL -> proof == Proof.FRESH;
      case ISSUE, SEE_WORKLIST, ENTER_RESULT, LOOK_AT_RESULT, REISSUE, GRANT_TRIES -> true;
      case FIND_SLIP_BY_SUPPORT, SEE_MEMBERS, SEE_MISSING_STAFF, SEE_PROPOSALS, PROPOSE_PHARMACY -> true;
      case SEE_API_KEYS, SEE_REGISTRY, SEE_OWN_TRAIL, SEE_TRAIL -> true;
      // ask for a factor of their own each time
      case HAVE_PASSKEYS, HAVE_RECOVERY_CODES -> true;
    };
  }

  /** The roles that a member of this role may invite and disable. */
  public static Set<Role> rules(Role role) {
    return switch (role) {
      case PHARMACIST -> Set.of();
      case MANAGER -> Set.of(PHARMACIST);
      case SUPPORT -> Set.of();
      case ADMINISTRATOR -> Set.of(PHARMACIST, MANAGER, SUPPORT, ADMINISTRATOR);
    };
  }

  public static boolean allow(Act act, Role role) {
    return who(act).contains(role);
  }

  /** Whether somebody of this role may open this page and post to it; what they may do there is asked further in. */
  public static boolean opens(Role role, String path) {
    return WAYS.contains(path) || PAGES.containsKey(path) && allow(PAGES.get(path), role);
  }

  /** What is open to whoever is signed in, for tests. */
  public static Set<String> ways() {
    return WAYS;
  }

  /** Every path that somebody who is signed in may ask for, for tests that compare it with what answers. */
  public static Set<String> paths() {
    return Stream.concat(WAYS.stream(), PAGES.keySet().stream()).collect(Collectors.toUnmodifiableSet());
  }
}
