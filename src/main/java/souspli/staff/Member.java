package souspli.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import souspli.directory.Rpps;
import souspli.sealedlink.PharmacyId;
import souspli.sealedlink.Sealed;

/**
 * Somebody who works here. Comes into being by an accepted invitation only, is disabled but never removed: events name
 * members. Role and pharmacy change by a further invitation of somebody who has been disabled, so that no session
 * outlives them; lost factors are replaced by an invitation that says so. Who has passkeys alone has neither password
 * nor digits.
 */
@Entity
@Table(name = "member")
public class Member {

  /** So many wrong second factors in a row, each after the right password, and the factor is worth nothing any more. */
  public static final int WRONG_FACTORS = 10;

  @Id
  @Column(name = "member")
  private long member;

  private String email;

  private String name;

  private int role;

  private Long pharmacy;

  private String rpps;

  private String password;

  private byte[] totp;

  @Column(name = "totp_step")
  private long totpStep;

  @Column(name = "wrong_factors")
  private int wrongFactors;

  @Column(name = "factor_disabled")
  private boolean factorDisabled;

  @Column(name = "passkey_changes")
  private int passkeyChanges;

  private int arrivals;

  @Column(name = "disabled_on")
  private LocalDate disabledOn;

  protected Member() {}

  /** Who accepted this invitation with a passkey alone. */
  Member(MemberId id, Invitation invitation) {
    this.member = id.value();
    this.email = invitation.email().text();
    arriveBy(invitation);
  }

  /**
   * Somebody who was disabled comes back, perhaps in another role, or somebody who works here gets new factors: what
   * let in before does so no longer, and sessions of before end. Until {@link #withDigits} they have passkeys alone.
   */
  void arriveAgainBy(Invitation invitation) {
    if (!mayArriveBy(invitation)) {
      throw new IllegalStateException("not by this invitation");
    }
    disabledOn = null;
    arriveBy(invitation);
  }

  /** One that renews is good for who works here, exactly as they do; any other for who does not. */
  boolean mayArriveBy(Invitation invitation) {
    boolean same = role == invitation.role().code() && pharmacy().equals(invitation.pharmacy());
    return email.equals(invitation.email().text())
        && invitation.renews().map(whom -> whom.equals(id()) && same && !disabled()).orElseGet(this::disabled);
  }

  private void arriveBy(Invitation invitation) {
    this.name = invitation.name().text();
    this.role = invitation.role().code();
    this.pharmacy = invitation.pharmacy().map(PharmacyId::value).orElse(null);
    this.rpps = invitation.rpps().map(Rpps::digits).orElse(null);
    this.password = null;
    this.totp = null;
    this.totpStep = 0;
    this.wrongFactors = 0;
    this.factorDisabled = false;
    this.arrivals++;
  }

  /** Has just arrived, and signs in with these. */
  void withDigits(String newPassword, Sealed newTotp, long step) {
    this.password = newPassword;
    this.totp = newTotp.bytes();
    this.totpStep = step;
  }

  /** Takes effect with the next request of every session of this member. */
  public void disable(LocalDate today) {
    if (disabledOn != null) {
      throw new IllegalStateException("disabled already");
    }
    disabledOn = today;
  }

  /** The digits of this step were right, and with them the password: they are used up. */
  public void rightFactor(long step) {
    if (!active() || step <= totpStep) {
      throw new IllegalStateException("a factor that may not be used");
    }
    totpStep = step;
    wrongFactors = 0;
  }

  /** A recovery code was right, and with it the password: it is used up. */
  public void recovered() {
    if (!active()) {
      throw new IllegalStateException("a factor that may not be used");
    }
    wrongFactors = 0;
  }

  /** A wrong factor after the right password. */
  public void wrongFactor() {
    wrongFactors = Math.min(wrongFactors + 1, WRONG_FACTORS);
    factorDisabled = factorDisabled || wrongFactors >= WRONG_FACTORS;
  }

  /** Passkeys or recovery codes are others than before: sessions that began before are over. */
  public void waysInChanged() {
    passkeyChanges++;
  }

  /** Whether this member may sign in and stay signed in. */
  public boolean active() {
    return disabledOn == null && !factorDisabled && (totp != null || passkeysAlone());
  }

  /** Whether there is neither a password nor digits. */
  public boolean passkeysAlone() {
    return password == null && totp == null;
  }

  /** How often an invitation was accepted: codes and passkeys of an earlier time count no more. */
  public int arrivals() {
    return arrivals;
  }

  public MemberId id() {
    return new MemberId(member);
  }

  public String email() {
    return email;
  }

  public String name() {
    return name;
  }

  public Role role() {
    return Role.of(role);
  }

  public Optional<PharmacyId> pharmacy() {
    return Optional.ofNullable(pharmacy).map(PharmacyId::new);
  }

  /** As the invitation had it. */
  public Optional<Rpps> rpps() {
    return Optional.ofNullable(rpps).map(Rpps::new);
  }

  /** Argon2id as a PHC string; nothing for who has passkeys alone. */
  public Optional<String> password() {
    return Optional.ofNullable(password);
  }

  /** Sealed under the staff key for {@link #id()}. */
  public Optional<Sealed> totp() {
    return Optional.ofNullable(totp).map(Sealed::new);
  }

  /** The last step whose digits were used. */
  public long totpStep() {
    return totpStep;
  }

  public boolean disabled() {
    return disabledOn != null;
  }

  /** The second factor was guessed at too often. */
  public boolean factorDisabled() {
    return factorDisabled;
  }

  /** Without anything that was shown lately. */
  public Acting acting() {
    return acting(Acting.Proof.STALE);
  }

  /** In a session that stands for so much. */
  public Acting acting(Acting.Proof proof) {
    return new Acting(id(), role(), pharmacy(), proof);
  }

  /**
   * 32 hexadecimal digits that change with role, pharmacy, password, factor, passkeys and arrival. A session keeps
   * those of its beginning and ends when they differ.
   */
  public String stamp() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(
          ByteBuffer.allocate(28)
              .putLong(member)
              .putInt(role)
              .putLong(pharmacy == null ? 0 : pharmacy)
              .putInt(passkeyChanges)
              .putInt(arrivals)
              .array());
      if (password != null) {
        sha256.update(password.getBytes(StandardCharsets.UTF_8));
      }
      if (totp != null) {
        sha256.update(totp);
      }
      return HexFormat.of().formatHex(sha256.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
