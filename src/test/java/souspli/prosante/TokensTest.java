package souspli.prosante;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import souspli.prosante.NotVouched.Step;

/** What no honest provider would ever send. Each is an honest token but for one thing. */
class TokensTest {
  private static final String ISSUER = "https://provider.example/realms/esante-wallet";
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private static RSAKey rsa;
  private static RSAKey another;
  private static ECKey curve;

  private final Departure departure = new Departure(bytes(1), NOW.minusSeconds(30));
  private final Tokens tokens =
      new Tokens(
          ISSUER,
          "souspli",
          new ImmutableJWKSet<>(new JWKSet(List.of(rsa.toPublicJWK(), curve.toPublicJWK()))));

  @BeforeAll
  static void keys() throws JOSEException {
    rsa = new RSAKeyGenerator(2048).keyID("one").generate();
    another = new RSAKeyGenerator(2048).keyID("one").generate();
    curve = new ECKeyGenerator(Curve.P_256).keyID("two").generate();
  }

  @Test
  void anHonestTokenIsBelievedInEachAlgorithm() throws JOSEException {
    assertEquals("f:1:2", tokens.subject(rsa(idToken(claims -> {})), departure, NOW));
    assertEquals(
        "f:1:2",
        tokens.subject(
            signed(JWSAlgorithm.PS256, "one", new RSASSASigner(rsa), idToken(claims -> {})), departure, NOW));
    assertEquals(
        "f:1:2",
        tokens.subject(
            signed(JWSAlgorithm.ES256, "two", new ECDSASigner(curve), idToken(claims -> {})), departure, NOW));
    assertEquals(
        "f:1:2",
        tokens.subject(
            rsa(idToken(claims -> claims.audience(List.of("souspli", "other")).claim("azp", "souspli"))),
            departure,
            NOW));
  }

  @Test
  void aSignatureThatAnybodyCouldMakeIsNone() throws JOSEException {
    JWTClaimsSet honest = idToken(claims -> {});
    assertRefused("alg none", new PlainJWT(honest).serialize());
    assertRefused(
        "alg none in a header of three parts",
        base64("{\"alg\":\"none\",\"kid\":\"one\"}") + '.' + honest.toPayload().toBase64URL() + '.');
    assertRefused(
        "HS256 with the public key",
        signed(JWSAlgorithm.HS256, "one", new MACSigner(rsa.toRSAPublicKey().getEncoded()), honest));
    JWSSigner theirs = new RSASSASigner(another);
    assertRefused("another's key under that name", signed(JWSAlgorithm.RS256, "one", theirs, honest));
    assertRefused("a name that the provider has not", signed(JWSAlgorithm.RS256, "three", theirs, honest));
    assertRefused("a key without a name", signed(JWSAlgorithm.RS256, null, new RSASSASigner(rsa), honest));
    assertRefused("RS512", signed(JWSAlgorithm.RS512, "one", new RSASSASigner(rsa), honest));
    SignedJWT own = new SignedJWT(
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("four").jwk(another.toPublicJWK()).build(), honest);
    own.sign(new RSASSASigner(another));
    assertRefused("brings its key along", own.serialize());
    String token = rsa(honest);
    assertRefused("cut", token.substring(0, token.length() - 4));
    assertRefused("edited", token.replace(".", ".e30."));
    assertRefused("nothing", "");
    assertRefused("noise", "a.b.c");
  }

  @Test
  void aTokenForSomebodyElseIsRefused() throws JOSEException {
    assertRefused("another issuer", claims -> claims.issuer("https://provider.example/realms/other"));
    assertRefused("no issuer", claims -> claims.issuer(null));
    assertRefused("another audience", claims -> claims.audience("other"));
    assertRefused("no audience", claims -> claims.audience((String) null));
    assertRefused("two, and none that asked", claims -> claims.audience(List.of("souspli", "other")));
    assertRefused("asked for by another", claims -> claims.claim("azp", "other"));
    assertRefused("no subject", claims -> claims.subject(null));
  }

  @Test
  void aTokenOfAnotherTripIsRefused() throws JOSEException {
    assertRefused("another nonce", claims -> claims.claim("nonce", new Departure(bytes(2), NOW).nonce()));
    assertRefused("no nonce", claims -> claims.claim("nonce", null));
    assertRefused("a nonce that is no text", claims -> claims.claim("nonce", List.of(departure.nonce())));
    assertRefused("run out", claims -> claims.expirationTime(at(-61)));
    assertRefused("without an end", claims -> claims.expirationTime(null));
    assertRefused("from before it began", claims -> claims.issueTime(at(-91)));
    assertRefused("from to-morrow", claims -> claims.issueTime(at(86_400)));
    assertRefused("from no time", claims -> claims.issueTime(null));
  }

  @Test
  void aWeakOrOldSignInIsRefused() throws JOSEException {
    assertRefused("no level", claims -> claims.claim("acr", null));
    assertRefused("another level", claims -> claims.claim("acr", "0"));
    assertRefused("a session that somebody left there", claims -> claims.claim("auth_time", at(-3600)));
    assertRefused("who knows when", claims -> claims.claim("auth_time", null));
  }

  @Test
  void whatIsSaidOfSomebodyIsSignedAndOfThatSubject() throws JOSEException {
    assertEquals("10003456789", tokens.vouched(rsa(userinfo(claims -> {})), "f:1:2").rpps().digits());
    assertEquals(
        "10003456789",
        tokens.vouched(rsa(userinfo(claims -> claims.issuer(ISSUER).audience("souspli"))), "f:1:2").rpps().digits());
    assertUnsaid(Step.USERINFO, rsa(userinfo(claims -> claims.subject("f:1:3"))));
    assertUnsaid(Step.USERINFO, rsa(userinfo(claims -> claims.subject(null))));
    assertUnsaid(Step.USERINFO, rsa(userinfo(claims -> claims.issuer("https://other.example"))));
    assertUnsaid(Step.USERINFO, rsa(userinfo(claims -> claims.audience("other"))));
    assertUnsaid(Step.USERINFO, new PlainJWT(userinfo(claims -> {})).serialize());
    assertUnsaid(
        Step.USERINFO, signed(JWSAlgorithm.RS256, "one", new RSASSASigner(another), userinfo(claims -> {})));
    assertUnsaid(Step.USERINFO, userinfo(claims -> {}).toString());
    assertUnsaid(Step.NO_PHARMACIST, rsa(userinfo(claims -> claims.claim("SubjectNameID", "810003456789 "))));
  }

  private void assertUnsaid(Step step, String userinfo) {
    assertEquals(step, assertThrows(NotVouched.class, () -> tokens.vouched(userinfo, "f:1:2")).step());
  }

  private void assertRefused(String what, Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
    assertRefused(what, rsa(idToken(change)));
  }

  private void assertRefused(String what, String token) {
    assertEquals(
        Step.ID_TOKEN, assertThrows(NotVouched.class, () -> tokens.subject(token, departure, NOW), what).step(), what);
  }

  private JWTClaimsSet idToken(Consumer<JWTClaimsSet.Builder> change) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience("souspli")
            .subject("f:1:2")
            .issueTime(at(-1))
            .expirationTime(at(60))
            .claim("auth_time", at(-2).getTime() / 1000)
            .claim("nonce", departure.nonce())
            .claim("acr", "eidas1");
    change.accept(claims);
    return claims.build();
  }

  private static JWTClaimsSet userinfo(Consumer<JWTClaimsSet.Builder> change) {
    Map<String, Object> activity = Map.of("numeroFinessSite", "990000010");
    Map<String, Object> exercise = Map.of("codeProfession", "21", "activities", List.of(activity));
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .subject("f:1:2")
            .claim("SubjectNameID", "810003456789")
            .claim("SubjectRefPro", Map.of("exercices", List.of(exercise)));
    change.accept(claims);
    return claims.build();
  }

  private static String rsa(JWTClaimsSet claims) throws JOSEException {
    return signed(JWSAlgorithm.RS256, "one", new RSASSASigner(rsa), claims);
  }

  private static String signed(JWSAlgorithm algorithm, String key, JWSSigner signer, JWTClaimsSet claims)
      throws JOSEException {
    SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims);
    jwt.sign(signer);
    return jwt.serialize();
  }

  private static Date at(long seconds) {
    return Date.from(NOW.plusSeconds(seconds));
  }

  private static byte[] bytes(int content) {
    byte[] bytes = new byte[Departure.LENGTH];
    Arrays.fill(bytes, (byte) content);
    return bytes;
  }

  private static String base64(String text) {
    return Base64URL.encode(text).toString();
  }
}
