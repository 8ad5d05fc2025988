package souspli.prosante;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import souspli.prosante.NotVouched.Step;
import souspli.settings.PscSettings;

/**
 * What a provider says of itself (OpenID Connect Discovery, section 3).
 *
 * @param authorization where the browser goes
 * @param token where we redeem a code
 * @param userinfo where we ask who it is
 * @param keys where its public keys are
 */
record Metadata(URI authorization, URI token, URI userinfo, URI keys) {

  /** With the addresses for clients that have a certificate (RFC 8705, section 5) where we are one. */
  static Metadata read(String json, PscSettings settings) {
    try {
      Map<String, Object> said = JSONObjectUtils.parse(json);
      if (!settings.issuer().toString().equals(said.get("issuer"))) {
        throw new NotVouched(Step.ODD_ANSWER);
      }
      Object aliases = settings.clientCertificateFile().isPresent() ? said.get("mtls_endpoint_aliases") : null;
      Map<?, ?> mutual = aliases instanceof Map<?, ?> map ? map : Map.of();
      return new Metadata(
          address(said.get("authorization_endpoint"), settings),
          address(among(mutual, said, "token_endpoint"), settings),
          address(among(mutual, said, "userinfo_endpoint"), settings),
          address(said.get("jwks_uri"), settings));
    } catch (ParseException e) {
      throw new NotVouched(Step.ODD_ANSWER, e);
    }
  }

  private static Object among(Map<?, ?> first, Map<String, Object> then, String name) {
    return Optional.<Object>ofNullable(first.get(name)).orElseGet(() -> then.get(name));
  }

  /** Never less safe than the issuer's own. */
  private static URI address(Object claim, PscSettings settings) {
    try {
      URI uri = URI.create(String.valueOf(claim));
      boolean safe = "https".equals(uri.getScheme()) || settings.issuer().getScheme().equals(uri.getScheme());
      if (safe && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new NotVouched(Step.ODD_ANSWER, e);
    }
    throw new NotVouched(Step.ODD_ANSWER);
  }
}
