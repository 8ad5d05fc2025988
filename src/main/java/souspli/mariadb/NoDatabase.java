package souspli.mariadb;

/** The embedded MariaDB cannot be had; the message is one line for the person at the terminal. */
public final class NoDatabase extends RuntimeException {
  NoDatabase(String why) {
    super(why);
  }

  NoDatabase(String why, Throwable cause) {
    super(why, cause);
  }
}
