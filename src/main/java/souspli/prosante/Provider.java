package souspli.prosante;

import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.Resource;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import souspli.prosante.NotVouched.Step;
import souspli.settings.PscSettings;
import souspli.settings.Settings;

/**
 * The provider as we know it. It is asked who it is when somebody first comes and once an hour after that; its keys at
 * most twice in half a minute, whatever key a token names. At most eight people at a time wait for it, so that a slow
 * one holds no more threads than that.
 */
@ApplicationScoped
public class Provider {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration KNOWN = Duration.ofHours(1);
  private static final int AT_ONCE = 8;

  private final Settings settings;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Duration patience;
  private final Semaphore waiting = new Semaphore(AT_ONCE);
  private Acquaintance known;

  /** For the proxy. */
  protected Provider() {
    this(null, null, null, PATIENCE);
  }

  @Inject
  public Provider(Settings settings, InstantSource clock, SecureRandom random) {
    this(settings, clock, random, PATIENCE);
  }

  Provider(Settings settings, InstantSource clock, SecureRandom random, Duration patience) {
    this.settings = settings;
    this.clock = clock;
    this.random = random;
    this.patience = patience;
  }

  private record Acquaintance(Metadata metadata, Line line, Tokens tokens, Instant until) {}

  /** Where the browser goes with a departure. */
  URI address(Departure departure) {
    return once(
        () -> {
          Map<String, String> query = new LinkedHashMap<>();
          query.put("response_type", "code");
          query.put("client_id", psc().clientId());
          query.put("redirect_uri", returnTo());
          query.put("scope", "openid scope_all");
          query.put("acr_values", Tokens.LEVEL);
          // a colleague may have left a session there, on this very machine
          query.put("prompt", "login");
          query.put("max_age", Long.toString(Departures.LIFE.toSeconds()));
          query.put("state", departure.state());
          query.put("nonce", departure.nonce());
          query.put("code_challenge", departure.challenge());
          query.put("code_challenge_method", "S256");
          URI where = acquaintance().metadata().authorization();
          String begun = where.toString();
          return URI.create(begun + (where.getRawQuery() == null ? '?' : '&') + ClientProof.query(query));
        });
  }

  /** Redeems a code and asks who it is, or throws {@link NotVouched}. */
  Vouched vouches(String code, Departure departure) {
    return once(
        () -> {
          Acquaintance now = acquaintance();
          Map<String, Object> granted = granted(now, code, departure);
          String subject =
              now.tokens().subject(text(granted, "id_token", Step.ODD_ANSWER), departure, clock.instant());
          String bearer = text(granted, "access_token", Step.ODD_ANSWER);
          Line.Reply said = now.line().get(now.metadata().userinfo(), "application/jwt", bearer);
          if (said.status() != 200 || !said.type().equalsIgnoreCase("application/jwt")) {
            throw new NotVouched(Step.USERINFO);
          }
          return now.tokens().vouched(said.body(), subject);
        });
  }

  /** Whether an answer that says who sent it (RFC 9207) says that it was this provider. */
  boolean isIssuer(String said) {
    return psc().issuer().toString().equals(said);
  }

  boolean isThere() {
    return settings.psc().isPresent();
  }

  private Map<String, Object> granted(Acquaintance now, String code, Departure departure) {
    String form = new ClientProof(psc(), random).form(code, departure, returnTo(), clock.instant());
    Line.Reply answer = now.line().post(now.metadata().token(), form);
    try {
      Map<String, Object> said = JSONObjectUtils.parse(answer.body());
      if (answer.status() == 200) {
        return said;
      }
      throw new NotVouched("invalid_grant".equals(said.get("error")) ? Step.CODE_REFUSED : Step.CLIENT_REFUSED);
    } catch (ParseException e) {
      throw new NotVouched(Step.ODD_ANSWER, e);
    }
  }

  private synchronized Acquaintance acquaintance() {
    Instant now = clock.instant();
    if (known == null || !now.isBefore(known.until())) {
      forget();
      known = meet(now);
    }
    return known;
  }

  private Acquaintance meet(Instant now) {
    Line line = new Line(psc(), random, patience);
    try {
      Line.Reply said = line.get(psc().configuration(), "application/json");
      if (said.status() != 200) {
        throw new NotVouched(Step.ODD_ANSWER);
      }
      Metadata metadata = Metadata.read(said.body(), psc());
      var keys =
          JWKSourceBuilder.<SecurityContext>create(metadata.keys().toURL(), url -> keys(line, url))
              .refreshAheadCache(false)
              .build();
      Tokens tokens = new Tokens(psc().issuer().toString(), psc().clientId(), keys);
      return new Acquaintance(metadata, line, tokens, now.plus(KNOWN));
    } catch (NotVouched e) {
      line.close();
      throw e;
    } catch (MalformedURLException e) {
      line.close();
      throw new NotVouched(Step.ODD_ANSWER, e);
    }
  }

  private static Resource keys(Line line, URL where) throws IOException {
    try {
      Line.Reply said = line.get(URI.create(where.toString()), "application/json");
      if (said.status() == 200) {
        return new Resource(said.body(), said.type());
      }
    } catch (NotVouched e) {
      throw new IOException(e);
    }
    throw new IOException("no keys");
  }

  @PreDestroy
  synchronized void forget() {
    if (known != null) {
      known.line().close();
      known = null;
    }
  }

  private <T> T once(Supplier<T> work) {
    if (!waiting.tryAcquire()) {
      throw new NotVouched(Step.TOO_MANY);
    }
    try {
      return work.get();
    } finally {
      waiting.release();
    }
  }

  private PscSettings psc() {
    return settings.psc().orElseThrow(() -> new IllegalStateException("there is no Pro Santé Connect here"));
  }

  /** As it was registered with the provider. */
  private String returnTo() {
    return settings.baseUrl() + "/staff/psc/return";
  }

  private static String text(Map<String, Object> granted, String name, Step step) {
    if (granted.get(name) instanceof String text) {
      return text;
    }
    throw new NotVouched(step);
  }
}
