package souspli.standin;

import java.io.IOException;

/** Takes one transaction: does the whole of it, or none. */
@FunctionalInterface
public interface Keeper {
  Kept keep(byte[] bundle) throws IOException;

  /** What it answers. */
  record Kept(int status, String answer) {}
}
