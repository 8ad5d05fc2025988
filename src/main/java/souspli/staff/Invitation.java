package souspli.staff;

import java.time.Instant;
import java.util.Optional;
import souspli.directory.Rpps;
import souspli.sealedlink.PharmacyId;

/**
 * The only way in: one address, one role, one pharmacy, for 72 hours and once. Only {@link Invitations} makes one, out
 * of a row whose secret was shown; nothing of it is ever taken from what somebody typed on accepting it.
 */
public final class Invitation {

  private final Invited invited;
  private final Optional<MemberId> renews;
  private final Instant expiresAt;

  Invitation(Invited invited, Optional<MemberId> renews, Instant expiresAt) {
    this.invited = invited;
    this.renews = renews;
    this.expiresAt = expiresAt;
  }

  /**
   * Who is to come, and as what.
   *
   * @param pharmacy exactly where the role belongs to one
   * @param rpps where it was said; only of somebody in a pharmacy
   */
  public record Invited(
      EmailAddress email, PersonName name, Role role, Optional<PharmacyId> pharmacy, Optional<Rpps> rpps) {

    public Invited {
      if (role.inPharmacy() != pharmacy.isPresent()) {
        throw new IllegalArgumentException("a " + role + " with a wrong pharmacy");
      }
      if (rpps.isPresent() && !role.inPharmacy()) {
        throw new IllegalArgumentException("a " + role + " with an RPPS number");
      }
    }

    /** Who works here, as they do. */
    public static Invited as(Member member) {
      return new Invited(
          new EmailAddress(member.email()),
          new PersonName(member.name()),
          member.role(),
          member.pharmacy(),
          member.rpps());
    }

    /** Somebody of whom no RPPS number was said. */
    public Invited(EmailAddress email, PersonName name, Role role, Optional<PharmacyId> pharmacy) {
      this(email, name, role, pharmacy, Optional.empty());
    }
  }

  public EmailAddress email() {
    return invited.email();
  }

  public PersonName name() {
    return invited.name();
  }

  public Role role() {
    return invited.role();
  }

  public Optional<PharmacyId> pharmacy() {
    return invited.pharmacy();
  }

  public Optional<Rpps> rpps() {
    return invited.rpps();
  }

  /** Who works here already and gets new factors by it; else it is for somebody who does not. */
  public Optional<MemberId> renews() {
    return renews;
  }

  public Instant expiresAt() {
    return expiresAt;
  }
}
