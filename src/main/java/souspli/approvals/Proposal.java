package souspli.approvals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import souspli.pharmacies.Finess;
import souspli.staff.Invitation.Invited;
import souspli.staff.MemberId;

/**
 * Something that waits for a second person.
 *
 * @param id random: names it on its page
 * @param askedBy nobody where the command line asked
 */
public record Proposal(long id, Why why, Optional<MemberId> askedBy, Instant askedAt, Content content) {

  /** Why one person is not enough. The codes stand in rows and never change their meaning. */
  public enum Why {
    /** Somebody who could let anybody in. */
    ADMINISTRATOR(1),
    /** The directory does not say that this person works in this pharmacy. */
    NOT_IN_DIRECTORY(2),
    /** No directory was ever loaded, so nobody can say. */
    NO_DIRECTORY(3),
    /** A place that would issue results in its own name. */
    PHARMACY(4);

    private final int code;

    Why(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }

    /** Whether whoever approves has to say on what grounds. */
    public boolean needsReason() {
      return this == NOT_IN_DIRECTORY || this == NO_DIRECTORY;
    }

    static Why of(int code) {
      for (Why why : values()) {
        if (why.code == code) {
          return why;
        }
      }
      throw new IllegalStateException("nobody proposes for reason " + code);
    }
  }

  /** What is proposed. */
  public sealed interface Content {}

  /**
   * Somebody is to be invited.
   *
   * @param renews who works here and gets new factors by it
   */
  public record Person(Invited invited, Optional<MemberId> renews) implements Content {}

  /** A pharmacy is to be added. */
  public record Place(String name, String telephone, Finess finess, ZoneId zone) implements Content {}
}
