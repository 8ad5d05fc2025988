package souspli.directory;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.mariadb.jdbc.MariaDbDataSource;
import souspli.mariadb.Account;

/** A load in a JVM of its own, whose heap the test decides; the lines are made while they are read. */
final class LoadProcess {
  private LoadProcess() {}

  /** Arguments: a database address, a password file, how many lines. */
  public static void main(String[] arguments) throws Exception {
    MariaDbDataSource account = new MariaDbDataSource(arguments[0]);
    account.setUser(Account.DIRECTORY.user());
    account.setPassword(Files.readString(Path.of(arguments[1])).strip());
    try (InputStream file = Extractions.generated(Long.parseLong(arguments[2]))) {
      long[] bytes = new long[1];
      LoadDirectory.Loaded loaded =
          new LoadDirectory(account).load(file, 100, LocalDate.of(2026, 11, 24), read -> bytes[0] = read);
      System.out.println(
          loaded.lines() + " lines, " + loaded.kept() + " kept, " + loaded.broken() + " broken, "
              + bytes[0] / 1_000_000 + " MB, heap " + Runtime.getRuntime().maxMemory() / 1_048_576 + " MiB");
    }
  }
}
