package souspli.passkeys;

import java.time.LocalDate;
import java.util.Optional;
import souspli.staff.MemberId;

/**
 * One passkey of one member.
 *
 * @param id of the row: random, names it on its page
 * @param credential the attested credential data of WebAuthn: model of the authenticator, credential id, public key
 * @param signatures the authenticator's counter when it last signed; some always say 0
 * @param backupEligible whether it may be copied to the member's other devices
 * @param backedUp whether it was when it last signed
 * @param factor of the second factor beside which it was added, see {@link Passkeys#factor}
 */
record Passkey(
    long id,
    MemberId member,
    byte[] credentialId,
    byte[] credential,
    long signatures,
    boolean backupEligible,
    boolean backedUp,
    byte[] factor,
    String name,
    LocalDate addedOn,
    Optional<LocalDate> lastUsedOn) {

  @Override
  public String toString() {
    return "Passkey";
  }
}
