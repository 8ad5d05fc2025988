package souspli.prosante;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import souspli.prosante.NotVouched.Step;
import souspli.settings.PscSettings;
import souspli.tls.Pem;

/**
 * The form that redeems a code, with the proof that it is we who do: by the certificate of the line ({@code
 * tls_client_auth}, RFC 8705), or by an assertion of one minute that our key has signed ({@code private_key_jwt}, RFC
 * 7523), for the issuer and nobody else.
 */
final class ClientProof {
  private static final Duration LIFE = Duration.ofMinutes(1);

  private final PscSettings settings;
  private final SecureRandom random;

  ClientProof(PscSettings settings, SecureRandom random) {
    this.settings = settings;
    this.random = random;
  }

  String form(String code, Departure departure, String returnTo, Instant now) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", returnTo);
    form.put("code_verifier", departure.verifier());
    form.put("client_id", settings.clientId());
    if (settings.clientCertificateFile().isEmpty()) {
      form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
      form.put("client_assertion", assertion(now));
    }
    return query(form);
  }

  static String query(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private String assertion(Instant now) {
    byte[] once = new byte[16];
    random.nextBytes(once);
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(settings.clientId())
            .subject(settings.clientId())
            .audience(settings.issuer().toString())
            .jwtID(Base64.getUrlEncoder().withoutPadding().encodeToString(once))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .build();
    try {
      PrivateKey key = Pem.key(settings.clientKeyFile());
      boolean curve = key instanceof ECPrivateKey;
      JWSSigner signer = key instanceof ECPrivateKey ec ? new ECDSASigner(ec) : new RSASSASigner(key);
      SignedJWT jwt = new SignedJWT(new JWSHeader(curve ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256), claims);
      jwt.sign(signer);
      return jwt.serialize();
    } catch (GeneralSecurityException | JOSEException e) {
      throw new NotVouched(Step.OUR_FILES, e);
    }
  }
}
