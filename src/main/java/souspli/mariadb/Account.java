package souspli.mariadb;

/** Who enters an embedded MariaDB. The first three are those of {@code db/accounts.sql}, with the same rights. */
public enum Account {
  /** The portal. */
  APP("souspli_app"),
  /** {@code souspli migrate}. */
  MIGRATE("souspli_migrate"),
  /** {@code souspli directory load}. */
  DIRECTORY("souspli_directory"),
  /** Reads every table: for testers, named in {@code demo.json}. No deployment has it. */
  READER("souspli_reader"),
  /** May do everything: for tests and the benchmark. No deployment has it. */
  OWNER("souspli_owner");

  private final String user;

  Account(String user) {
    this.user = user;
  }

  public String user() {
    return user;
  }
}
