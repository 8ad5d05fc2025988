package souspli.keys;

import java.nio.file.Path;

/** A key is needed that is not in the key directory: not made yet, destroyed, or not copied to this node. */
public final class MissingKey extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingKey(Path file) {
    super("missing key: " + file);
  }
}
