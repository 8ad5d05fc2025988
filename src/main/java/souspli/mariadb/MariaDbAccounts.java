package souspli.mariadb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the accounts of an embedded MariaDB: those of {@code db/accounts.sql} as it stands, and two for testers. */
final class MariaDbAccounts {
  private static final Set<PosixFilePermission> OURS = PosixFilePermissions.fromString("rw-------");
  private static final String HOST = "127.0.0.1";

  private MariaDbAccounts() {}

  /**
   * Makes the password files that are missing and writes what the server is to run at its start.
   *
   * @return a file of mode 0600 that holds the passwords: to be deleted after the start
   */
  static Path prepare(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    SecureRandom random = new SecureRandom();
    for (Account account : EnumSet.allOf(Account.class)) {
      Path file = folder.resolve(account.user());
      if (!Files.exists(file)) {
        byte[] password = new byte[24];
        random.nextBytes(password);
        create(file, HexFormat.of().formatHex(password));
      }
    }
    Path init = folder.resolve("init.sql");
    Files.deleteIfExists(init);
    create(init, statements(folder));
    return init;
  }

  private static String statements(Path folder) throws IOException {
    String sql =
        accounts()
            .replace("${database}", "souspli")
            .replace("${host}", HOST)
            .replace("${app-password}", Files.readString(folder.resolve(Account.APP.user())))
            .replace("${migrate-password}", Files.readString(folder.resolve(Account.MIGRATE.user())))
            .replace("${directory-password}", Files.readString(folder.resolve(Account.DIRECTORY.user())));
    return sql
        + user(Account.READER, folder, "SELECT, SHOW VIEW, LOCK TABLES ON `souspli`.*", "")
        + user(Account.OWNER, folder, "ALL PRIVILEGES ON *.*", " WITH GRANT OPTION");
  }

  private static String user(Account account, Path folder, String rights, String suffix) throws IOException {
    String who = "'" + account.user() + "'@'" + HOST + "'";
    String password = Files.readString(folder.resolve(account.user()));
    return "CREATE USER IF NOT EXISTS %s;\nALTER USER %s IDENTIFIED BY '%s';\nGRANT %s TO %s%s;\n"
        .formatted(who, who, password, rights, who, suffix);
  }

  /** One statement a line and no comment: all that the server reads from such a file in every version. */
  private static String accounts() throws IOException {
    try (InputStream in = MariaDbAccounts.class.getResourceAsStream("/db/accounts.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("--"))
          .collect(Collectors.joining("\n", "", "\n"));
    }
  }

  /** Renamed when whole: a crash leaves no empty password. */
  private static void create(Path file, String text) throws IOException {
    Path fresh = Files.createTempFile(file.getParent(), "new-", "", PosixFilePermissions.asFileAttribute(OURS));
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
