package souspli.passkeys;

import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What an authenticator answered, as it came: nothing of it is checked yet.
 *
 * @param userHandle some leave it out where they were asked for one member's passkeys
 */
record Assertion(
    byte[] credentialId, Optional<byte[]> userHandle, byte[] clientData, byte[] authenticatorData, byte[] signature) {

  private static final int LONGEST = 8192;

  /** From a form whose fields are base64url; empty where one is missing, too long or nothing of the kind. */
  static Optional<Assertion> parse(UnaryOperator<String> field) {
    Optional<byte[]> credentialId = bytes(field.apply("passkey"));
    Optional<byte[]> userHandle = bytes(field.apply("userHandle"));
    Optional<byte[]> clientData = bytes(field.apply("clientData"));
    Optional<byte[]> authenticatorData = bytes(field.apply("authenticatorData"));
    Optional<byte[]> signature = bytes(field.apply("signature"));
    return credentialId.isPresent()
            && clientData.isPresent()
            && authenticatorData.isPresent()
            && signature.isPresent()
        ? Optional.of(
            new Assertion(
                credentialId.get(),
                userHandle,
                clientData.get(),
                authenticatorData.get(),
                signature.get()))
        : Optional.empty();
  }

  /** Reads base64url without padding, at least one byte. */
  static Optional<byte[]> bytes(String text) {
    if (text == null || text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getUrlDecoder().decode(text)).filter(bytes -> bytes.length > 0);
    } catch (IllegalArgumentException nothingOfTheKind) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Assertion";
  }
}
