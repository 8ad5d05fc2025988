package souspli.staff;

/** Everything that a member of staff can do or see. Who may do which is {@link Permissions} alone. */
public enum Act {
  ISSUE,
  PRINT,
  SEE_WORKLIST,
  ENTER_RESULT,
  LOOK_AT_RESULT,
  CORRECT,
  REISSUE,
  WITHDRAW,
  GRANT_TRIES,
  FIND_SLIP_BY_SUPPORT,
  WITHDRAW_BY_SUPPORT,
  SEE_MEMBERS,
  INVITE,
  DISABLE_MEMBER,
  SEE_API_KEYS,
  MAKE_API_KEY,
  REVOKE_API_KEY,
  SEE_REGISTRY,
  HAVE_PASSKEYS,
  SEE_OWN_TRAIL,
  SEE_TRAIL
}
