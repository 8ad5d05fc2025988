package souspli.staff;

import java.util.Optional;

/** What somebody is here. A role is given by an invitation and says, through {@link Permissions}, what may be done. */
public enum Role {
  /** Issues slips and enters results in one pharmacy. */
  PHARMACIST(1, true),
  /** A pharmacist who also invites and disables the pharmacists of the same pharmacy. */
  MANAGER(2, true),
  /** Answers the telephone: knows slip numbers, never a person or an outcome. */
  SUPPORT(3, false),
  /** Says who works here; sees no link at all. */
  ADMINISTRATOR(4, false);

  private final int code;
  private final boolean inPharmacy;

  Role(int code, boolean inPharmacy) {
    this.code = code;
    this.inPharmacy = inPharmacy;
  }

  /** The number in the database; never given to another role. */
  public int code() {
    return code;
  }

  /** Whether such a member belongs to exactly one pharmacy; the others belong to none. */
  public boolean inPharmacy() {
    return inPharmacy;
  }

  /** The role with this number; a number that no role has means a database that is not ours. */
  public static Role of(int code) {
    for (Role role : values()) {
      if (role.code == code) {
        return role;
      }
    }
    throw new IllegalStateException("no role has the number " + code);
  }

  public static Optional<Role> parse(String name) {
    for (Role role : values()) {
      if (role.name().equals(name)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
