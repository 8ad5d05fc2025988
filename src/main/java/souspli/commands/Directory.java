package souspli.commands;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import souspli.commands.Arguments.WrongUsage;
import souspli.directory.Directory.Missing;
import souspli.directory.LoadDirectory;
import souspli.directory.LoadDirectory.Loaded;
import souspli.directory.UnfitExtraction;
import souspli.operations.Database;
import souspli.settings.Settings;
import souspli.trail.About;
import souspli.trail.Trail;
import souspli.trail.TrailKind;

/** Loads the public register of professionals and names the staff who do not stand in it where they work. */
final class Directory implements Command {
  @Override
  public String summary() {
    return "  load FILE: takes over the public register of professionals, whole or not at all";
  }

  @Override
  public String help() {
    return """
        FILE            the public extraction ps-libreacces-personne-activite, unpacked
        --may-lose N    in a hundred rows of the last load, 0 to 100; default 10: a load that would lose more is
                        refused, because a download that broke off looks like that

        Settings: those of the portal, and souspli.database.directory-user, souspli.database.directory-password-file.
        The portal may run. Until the load has ended, and if it fails, the register of before holds. Lines that cannot
        be read are counted and the first ten named; more than one in a hundred, and nothing is taken over. At the end
        stand the staff with an RPPS number that the register does not have in their pharmacy: look into each.""";
  }

  @Override
  public Set<String> options() {
    return Set.of("--may-lose");
  }

  @Override
  public void run(Arguments arguments) throws IOException {
    List<String> words = arguments.words();
    if (words.isEmpty() || !words.getFirst().equals("load")) {
      throw new WrongUsage("load FILE?");
    }
    if (words.size() != 2) {
      throw new WrongUsage("load takes one file");
    }
    int mayLose = arguments.number("--may-lose", 10, 0, 100);
    Settings settings = Settings.read(Settings::fromEnvironment);
    DataSource register = register(Settings.readDirectoryAccount(Settings::fromEnvironment));
    report(load(new LoadDirectory(register), Path.of(words.get(1)), mayLose));
    DataSource portal = Serve.database(settings);
    note(portal);
    warn(new souspli.directory.Directory(portal).missingStaff());
  }

  private static Loaded load(LoadDirectory directory, Path path, int mayLose) throws IOException {
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw new CouldNot("cannot read the file " + path);
    }
    try (InputStream file = Files.newInputStream(path)) {
      return directory.load(file, mayLose, Serve.today(), new Progress(Files.size(path)));
    } catch (UnfitExtraction unfit) {
      throw new CouldNot("nothing was changed: " + unfit.getMessage(), unfit);
    } catch (SQLException e) {
      throw new CouldNot("nothing was changed: souspli.database.url: " + e.getMessage(), e);
    }
  }

  /** By the portal's account: that of the register sees nothing of ours, and writes nothing. */
  private static void note(DataSource portal) {
    try (Connection db = portal.getConnection()) {
      Instant now = InstantSource.system().instant();
      Trail.commanded(db, new SecureRandom(), now, TrailKind.DIRECTORY_LOADED, About.NOTHING);
    } catch (SQLException e) {
      throw new CouldNot("the register was loaded, but not noted: souspli.database.url: " + e.getMessage(), e);
    }
  }

  private static DataSource register(Settings.Account account) {
    try {
      return new Database(account);
    } catch (UncheckedIOException e) {
      throw new CouldNot("souspli.database.directory-password-file: " + e.getMessage(), e);
    } catch (SQLException e) {
      throw new CouldNot("souspli.database.url: " + e.getMessage(), e);
    }
  }

  private static void report(Loaded loaded) {
    System.out.printf(
        "%d lines read; %d pharmacists at a place of work, %d before; %d without a number or a place%n",
        loaded.lines(), loaded.kept(), loaded.before(), loaded.leftOut());
    if (loaded.broken() > 0) {
      System.out.println("careful: broken lines, left out: " + loaded.broken() + "; the first of them:");
      loaded.named().forEach(line -> System.out.println("  " + line));
    }
  }

  private static void warn(List<Missing> staff) {
    staff.forEach(
        missing ->
            System.out.printf(
                "careful: %s, RPPS %s, is not in the register at %s, FINESS %s%n",
                missing.name(), missing.rpps().digits(), missing.pharmacy(), missing.finess().text()));
  }

  /** A bar on a terminal; elsewhere a line at each tenth, so that a log stays short. */
  private static final class Progress implements LongConsumer {
    private static final int WIDTH = 40;

    private final long size;
    private final boolean terminal = System.console() != null && System.console().isTerminal();
    private long shown = -1;

    Progress(long size) {
      this.size = Math.max(1, size);
    }

    @Override
    public void accept(long bytes) {
      long percent = Math.min(100, bytes * 100 / size);
      long step = terminal ? percent : percent / 10 * 10;
      if (step == shown) {
        return;
      }
      shown = step;
      if (terminal) {
        int full = (int) (percent * WIDTH / 100);
        String end = percent == 100 ? "\n" : "";
        System.err.printf("\r[%s%s] %3d %%%s", "#".repeat(full), "-".repeat(WIDTH - full), percent, end);
      } else {
        System.err.println("read: " + step + " %");
      }
    }
  }
}
