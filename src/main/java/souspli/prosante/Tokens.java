package souspli.prosante;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import souspli.prosante.NotVouched.Step;

/**
 * Believes what one provider has signed for one client, and nothing else (OpenID Connect Core, sections 3.1.3.7 and
 * 5.3.4). A key is found by its {@code kid} among the provider's own, never by what a token says of itself.
 */
final class Tokens {
  /** None of these can be checked with a key that is public. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

  /** The level of what Pro Santé Connect does: card, or telephone with a code. */
  static final String LEVEL = "eidas1";

  /** How far two clocks may be apart. */
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final String issuer;
  private final String clientId;
  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  Tokens(String issuer, String clientId, JWKSource<SecurityContext> keys) {
    this.issuer = issuer;
    this.clientId = clientId;
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    // ours below take the injected clock
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
  }

  /** Who signed in, at the provider's, on this trip. */
  String subject(String idToken, Departure departure, Instant now) {
    try {
      JWTClaimsSet claims = signed(idToken, Step.ID_TOKEN);
      boolean ours =
          issuer.equals(claims.getIssuer())
              && isFor(clientId, claims.getAudience(), claims.getStringClaim("azp"))
              && claims.getSubject() != null
              && after(claims.getExpirationTime(), now.minus(SKEW))
              && after(claims.getIssueTime(), departure.began().minus(SKEW))
              && after(claims.getDateClaim("auth_time"), departure.began().minus(SKEW))
              && before(claims.getIssueTime(), now.plus(SKEW))
              && claims.getStringClaim("nonce") != null
              && departure.isNonce(claims.getStringClaim("nonce"))
              && LEVEL.equals(claims.getStringClaim("acr"));
      if (ours) {
        return claims.getSubject();
      }
    } catch (ParseException e) {
      throw new NotVouched(Step.ID_TOKEN, e);
    }
    throw new NotVouched(Step.ID_TOKEN);
  }

  /** What the provider says of that subject. Issuer and audience need not be there, and are ours where they are. */
  Vouched vouched(String userinfo, String subject) {
    JWTClaimsSet claims = signed(userinfo, Step.USERINFO);
    boolean ours =
        subject.equals(claims.getSubject())
            && (claims.getIssuer() == null || issuer.equals(claims.getIssuer()))
            && (claims.getAudience().isEmpty() || claims.getAudience().contains(clientId));
    if (!ours) {
      throw new NotVouched(Step.USERINFO);
    }
    return Vouched.of(claims.getClaims()).orElseThrow(() -> new NotVouched(Step.NO_PHARMACIST));
  }

  private JWTClaimsSet signed(String token, Step step) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      if (jwt.getHeader().getKeyID() == null) {
        throw new NotVouched(step);
      }
      return processor.process(jwt, null);
    } catch (ParseException | BadJOSEException e) {
      throw new NotVouched(step, e);
    } catch (JOSEException e) {
      throw new NotVouched(Step.NO_ANSWER, e); // the keys could not be fetched
    }
  }

  /** Several audiences name the one that asked; one audience may. */
  private static boolean isFor(String client, List<String> audience, String asked) {
    return audience.contains(client) && (asked == null ? audience.size() == 1 : client.equals(asked));
  }

  private static boolean after(Date date, Instant than) {
    return date != null && date.after(Date.from(than));
  }

  private static boolean before(Date date, Instant than) {
    return date != null && date.before(Date.from(than));
  }
}
