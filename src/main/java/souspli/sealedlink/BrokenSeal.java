package souspli.sealedlink;

/**
 * A ciphertext does not open under its key, link, pharmacy and revision: changed, moved, cut, or another key's. Says
 * nothing about which, and nothing of the content.
 */
public final class BrokenSeal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenSeal(String what) {
    super(what);
  }

  BrokenSeal(String what, Throwable cause) {
    super(what, cause);
  }
}
