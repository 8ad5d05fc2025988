package souspli.signin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import souspli.keys.KeyDirectory;
import souspli.pharmacies.Pharmacies;
import souspli.pharmacies.Pharmacy;
import souspli.sealedlink.BrokenSeal;
import souspli.sealedlink.Sealed;
import souspli.sealedlink.StaffKey;
import souspli.staff.Acting;
import souspli.staff.Invitation;
import souspli.staff.InvitationSecret;
import souspli.staff.Invitations;
import souspli.staff.Member;
import souspli.staff.MemberId;
import souspli.staff.Members;
import souspli.staff.RecoveryCode;
import souspli.staff.RecoveryCodes;
import souspli.trail.About;
import souspli.trail.Trail;
import souspli.trail.TrailKind;

/**
 * Somebody who was invited chooses a password, shows that their authenticator works, and is a member from then on.
 * There is no other way to become one. Who is made, in which role and where, comes from the invitation alone.
 */
@Dependent
public class AcceptInvitation {

  private final DataSource database;
  private final Members members;
  private final Pharmacies pharmacies;
  private final Passwords passwords;
  private final KeyDirectory keys;
  private final Trail trail;
  private final InstantSource clock;
  private final SecureRandom random;

  @Inject
  public AcceptInvitation(
      DataSource database,
      Members members,
      Pharmacies pharmacies,
      Passwords passwords,
      KeyDirectory keys,
      Trail trail,
      InstantSource clock,
      SecureRandom random) {
    this.database = database;
    this.members = members;
    this.pharmacies = pharmacies;
    this.passwords = passwords;
    this.keys = keys;
    this.trail = trail;
    this.clock = clock;
    this.random = random;
  }

  /** What came of it. */
  public sealed interface Answer {
    /** Codes for a lost second factor are shown once, now. */
    record Accepted(Member member, List<RecoveryCode> codes) implements Answer {}

    /** Unknown, used, too old, edited, or somebody of that address works here: nobody is told which. */
    record Refused() implements Answer {}

    record WrongPassword(PasswordRule.Fault fault) implements Answer {}

    record WrongDigits() implements Answer {}

    record Busy() implements Answer {}
  }

  /** Opens an invitation: nothing is used up. Empty where it is refused. */
  public Optional<Enrolment> begin(InvitationSecret secret) {
    return find(secret).map(invitation -> enrolment(invitation, secret, TotpSecret.fresh(random)));
  }

  /** The same enrolment once more, for a form that had a fault: the authenticator need not be set up again. */
  public Optional<Enrolment> again(InvitationSecret secret, String sealed) {
    return find(secret)
        .flatMap(invitation -> open(secret, sealed).map(totp -> new Enrolment(invitation, totp, sealed)));
  }

  /**
   * Accepts it.
   *
   * @param sealed what {@link Enrolment#sealed()} was
   * @param digits what the authenticator shows now
   */
  @Transactional
  public Answer accept(InvitationSecret secret, String sealed, String password, String digits) {
    Instant now = clock.instant();
    Optional<Invitation> invitation = find(secret);
    Optional<TotpSecret> totp = open(secret, sealed);
    Optional<MemberId> id = invitation.flatMap(members::idFor);
    if (id.isEmpty() || totp.isEmpty()) {
      return new Answer.Refused();
    }
    Optional<PasswordRule.Fault> fault = PasswordRule.fault(password, about(invitation.get()));
    if (fault.isPresent()) {
      return new Answer.WrongPassword(fault.get());
    }
    OptionalLong step = totp.get().step(digits.replaceAll("\\s", ""), now, 0);
    if (step.isEmpty()) {
      return new Answer.WrongDigits();
    }
    Optional<String> hash = passwords.hash(password);
    if (hash.isEmpty()) {
      return new Answer.Busy();
    }
    // from here on it is decided: of all who come this far at once, one statement lets one pass
    return useUp(secret, now)
        .<Answer>map(
            usedUp -> {
              Optional<Acting> before = members.find(id.get()).map(Member::acting);
              Sealed sealedTotp = seal(totp.get(), id.get());
              Member member = members.welcome(usedUp, id.get(), hash.get(), sealedTotp, step.getAsLong());
              note(before, member, usedUp.renews().isPresent());
              return new Answer.Accepted(member, codes(member));
            })
        .orElseGet(Answer.Refused::new);
  }

  private void note(Optional<Acting> before, Member member, boolean renewed) {
    TrailKind back = renewed ? TrailKind.FACTORS_RENEWED : TrailKind.CAME_BACK;
    trail.note(member.acting(), before.isPresent() ? back : TrailKind.JOINED);
    if (before.isPresent() && !before.get().equals(member.acting())) {
      trail.note(member.acting(), TrailKind.ROLE_CHANGED, About.member(member));
    }
  }

  private List<RecoveryCode> codes(Member member) {
    try (Connection db = database.getConnection()) {
      return RecoveryCodes.make(db, keys.staffKey(), member, random);
    } catch (SQLException e) {
      throw new IllegalStateException("recovery codes could not be written", e);
    }
  }

  private List<String> about(Invitation invitation) {
    String pharmacy = invitation.pharmacy().map(pharmacies::get).map(Pharmacy::name).orElse("");
    return List.of(invitation.name().text(), invitation.email().text(), pharmacy);
  }

  private Enrolment enrolment(Invitation invitation, InvitationSecret secret, TotpSecret totp) {
    Sealed sealed = totp.seal(keys.staffKey(), place(secret), random);
    return new Enrolment(invitation, totp, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.bytes()));
  }

  private Optional<TotpSecret> open(InvitationSecret secret, String sealed) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(sealed);
      return bytes.length == StaffKey.SEALED_LENGTH
          ? Optional.of(TotpSecret.open(keys.staffKey(), place(secret), new Sealed(bytes)))
          : Optional.empty();
    } catch (IllegalArgumentException | BrokenSeal edited) {
      return Optional.empty(); // one of the reasons for the one refusal
    }
  }

  private Sealed seal(TotpSecret totp, MemberId id) {
    return totp.seal(keys.staffKey(), id, random);
  }

  /** Binds what goes to the browser to this invitation, as what is stored is bound to its member. */
  private static MemberId place(InvitationSecret secret) {
    return new MemberId(ByteBuffer.wrap(secret.hash()).getLong() >>> 1 | 1);
  }

  private Optional<Invitation> find(InvitationSecret secret) {
    try (Connection db = database.getConnection()) {
      return Invitations.find(db, secret, clock.instant());
    } catch (SQLException e) {
      throw new IllegalStateException("an invitation could not be read", e);
    }
  }

  private Optional<Invitation> useUp(InvitationSecret secret, Instant now) {
    try (Connection db = database.getConnection()) {
      return Invitations.useUp(db, secret, now);
    } catch (SQLException e) {
      throw new IllegalStateException("an invitation could not be used up", e);
    }
  }
}
