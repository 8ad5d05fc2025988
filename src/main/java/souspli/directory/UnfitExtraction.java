package souspli.directory;

/** A file that must not take the place of the register; the message says why and holds nothing out of its lines. */
public final class UnfitExtraction extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnfitExtraction(String why) {
    super(why);
  }
}
