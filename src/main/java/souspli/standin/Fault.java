package souspli.standin;

/** What a registry does when it does not do its work. */
public enum Fault {
  NONE,
  /** 503 with {@code Retry-After: 1}. */
  UNAVAILABLE,
  /** 500 that quotes the message. */
  BROKEN,
  /** 409, as when two name the same new pharmacy. */
  CONFLICT,
  /** 429. */
  TOO_MANY,
  /** 422 for the postal code, with diagnostics that quote the message, as servers do. */
  UNPROCESSABLE,
  /** 403. */
  FORBIDDEN,
  /** 412. */
  PRECONDITION,
  /** A redirect to somewhere else. */
  REDIRECT,
  /** The line is cut before anything is done. */
  CLOSES_BEFORE,
  /** It is done, and the line is cut before the answer. */
  CLOSES_AFTER,
  /** It is done, and the answer is nonsense. */
  UNREADABLE,
  /** It is done, late. */
  SLOW
}
