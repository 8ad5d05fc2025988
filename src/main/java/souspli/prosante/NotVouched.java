package souspli.prosante;

/** The provider vouches for nobody. Says at which step, and never in the provider's words. */
final class NotVouched extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Where it ended. */
  enum Step {
    /** Our key or certificate cannot be read or used. */
    OUR_FILES(true),
    /** No line to the provider, or no answer in time. */
    NO_ANSWER(true),
    /** It answered with what no such provider answers. */
    ODD_ANSWER(true),
    /** More are on the way than we wait for at once. */
    TOO_MANY(true),
    /** It knows us not, or not as we are configured. */
    CLIENT_REFUSED(true),
    /** The code is used up, too old, or was never given to us. */
    CODE_REFUSED(false),
    /** Signature, issuer, audience, times, nonce or level of the ID token. */
    ID_TOKEN(false),
    /** Signature or subject of what it says about the person, or an unsigned one. */
    USERINFO(false),
    /** Signed, and not of a pharmacist. */
    NO_PHARMACIST(false);

    private final boolean forNow;

    Step(boolean forNow) {
      this.forNow = forNow;
    }

    /** Whether trying later may help: the person has done nothing wrong. */
    boolean forNow() {
      return forNow;
    }
  }

  private final Step step;

  NotVouched(Step step) {
    super(step.name());
    this.step = step;
  }

  NotVouched(Step step, Throwable cause) {
    super(step.name(), cause);
    this.step = step;
  }

  Step step() {
    return step;
  }
}
