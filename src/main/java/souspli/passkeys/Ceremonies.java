package souspli.passkeys;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import souspli.settings.Settings;

/**
 * The two ceremonies of WebAuthn level 2 (sections 7.1 and 7.2) by webauthn4j, for this portal's origin alone: relying
 * party is the host of the base URL. The person must have been verified by the authenticator. Attestation is neither
 * asked for nor looked at: which model somebody has is their own affair.
 */
@ApplicationScoped
public class Ceremonies {

  /** Ed25519, ECDSA on P-256, RSA: in this order. */
  private static final List<PublicKeyCredentialParameters> ALGORITHMS =
      List.of(
          new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.EdDSA),
          new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.ES256),
          new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.RS256));

  private final WebAuthnManager webAuthn;
  private final AttestedCredentialDataConverter credentials;
  private final Origin origin;
  private final String relyingParty;

  /** For the proxy. */
  protected Ceremonies() {
    this.webAuthn = null;
    this.credentials = null;
    this.origin = null;
    this.relyingParty = null;
  }

  @Inject
  public Ceremonies(Settings settings) {
    this(settings.baseUrl());
  }

  Ceremonies(URI base) {
    ObjectConverter converter = new ObjectConverter();
    this.webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    this.credentials = new AttestedCredentialDataConverter(converter);
    this.origin = new Origin(base.getScheme() + "://" + base.getAuthority());
    this.relyingParty = base.getHost();
  }

  /** What a browser is told the passkey is for. */
  String relyingParty() {
    return relyingParty;
  }

  /** What a new passkey says of itself. */
  record Added(
      byte[] credentialId, byte[] credential, long signatures, boolean backupEligible, boolean backedUp) {}

  /** What one that signed says of itself. */
  record Used(long signatures, boolean backedUp) {}

  /** The challenge that client data name, whether it is one of ours or not. */
  byte[] challenge(byte[] clientData) {
    try (JsonReader json = Json.createReader(new ByteArrayInputStream(clientData))) {
      return Assertion.bytes(json.readObject().getString("challenge", "")).orElse(new byte[0]);
    } catch (JsonException noObject) {
      return new byte[0]; // one of the reasons for the one refusal
    }
  }

  /** Section 7.1; {@code challenge} was just used up. */
  Optional<Added> add(byte[] attestation, byte[] clientData, Challenge challenge) {
    try {
      RegistrationData data =
          webAuthn.verify(
              new RegistrationRequest(attestation, clientData),
              new RegistrationParameters(property(challenge), ALGORITHMS, true, true));
      var said = data.getAttestationObject().getAuthenticatorData();
      var credential = said.getAttestedCredentialData();
      return Optional.of(
          new Added(
              credential.getCredentialId(),
              credentials.convert(credential),
              said.getSignCount(),
              said.isFlagBE(),
              said.isFlagBS()));
    } catch (WebAuthnException refused) {
      return Optional.empty();
    }
  }

  /** Section 7.2 from its step 11 on; {@code challenge} was just used up. */
  Optional<Used> use(Passkey passkey, Assertion assertion, Challenge challenge) {
    try {
      CredentialRecordImpl known =
          new CredentialRecordImpl(
              null,
              true,
              passkey.backupEligible(),
              passkey.backedUp(),
              passkey.signatures(),
              credentials.convert(passkey.credential()),
              null,
              null,
              null,
              null);
      AuthenticationData data =
          webAuthn.verify(
              new AuthenticationRequest(
                  assertion.credentialId(),
                  assertion.userHandle().orElse(null),
                  assertion.authenticatorData(),
                  assertion.clientData(),
                  assertion.signature()),
              new AuthenticationParameters(property(challenge), known, null, true, true));
      var said = data.getAuthenticatorData();
      return Optional.of(new Used(said.getSignCount(), said.isFlagBS()));
    } catch (WebAuthnException refused) {
      return Optional.empty();
    }
  }

  private ServerProperty property(Challenge challenge) {
    return ServerProperty.builder()
        .origin(origin)
        .rpId(relyingParty)
        .challenge(new DefaultChallenge(challenge.bytes()))
        .build();
  }
}
