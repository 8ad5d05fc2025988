package souspli.prosante;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import souspli.fixtures.TestSettings;
import souspli.settings.Settings;
import souspli.standin.Authority;
import souspli.tls.TlsFiles;

/** A provider over TLS that a test bends as it likes; it asks for a certificate and takes whoever has none as well. */
final class AProvider implements AutoCloseable {
  private final Path directory;
  private final HttpsServer server;
  private final Map<String, Answer> bent = new ConcurrentHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final Instant now;
  private volatile CountDownLatch held = new CountDownLatch(0);
  private RSAKey key = fresh("one");
  private String name = "one";

  /** What a path answers; a {@code location} makes it a redirect. */
  record Answer(int status, String type, String body, String location) {
    static Answer json(int status, String body) {
      return new Answer(status, "application/json", body, "");
    }
  }

  AProvider(Path directory, Instant now) {
    this.directory = directory;
    this.now = now;
    try {
      Authority authority =
          new Authority("test", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)), new SecureRandom());
      authority.write(directory.resolve("authorities.pem"));
      identity(authority, "localhost", "provider");
      identity(authority, "souspli.example", "client");
      TlsFiles.Ours us =
          new TlsFiles.Ours(directory.resolve("provider-key.pem"), directory.resolve("provider.pem"));
      TlsFiles files = new TlsFiles(Optional.of(us), Optional.of(directory.resolve("authorities.pem")));
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setHttpsConfigurator(new AsksForACertificate(files.context(new SecureRandom())));
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", this::answer);
      server.start();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class AsksForACertificate extends HttpsConfigurator {
    AsksForACertificate(SSLContext context) {
      super(context);
    }

    @Override
    public void configure(HttpsParameters parameters) {
      SSLParameters tls = getSSLContext().getDefaultSSLParameters();
      tls.setWantClientAuth(true);
      parameters.setSSLParameters(tls);
    }
  }

  private void identity(Authority authority, String name, String file) throws IOException {
    authority
        .identity(name, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)))
        .write(directory.resolve(file + "-key.pem"), directory.resolve(file + ".pem"));
  }

  /** A deployment that knows it; {@code more} is added to its settings, or takes their place. */
  Settings settings(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(Map.of("souspli.psc.client-id", "souspli"));
    settings.put("souspli.psc.issuer", issuer());
    settings.put("souspli.psc.client-key-file", directory.resolve("client-key.pem").toString());
    settings.put("souspli.psc.authorities-file", directory.resolve("authorities.pem").toString());
    settings.putAll(more);
    return TestSettings.in(directory, settings);
  }

  String issuer() {
    return "https://localhost:" + server.getAddress().getPort() + "/realm";
  }

  /** From now on that path answers so. */
  void bend(String path, Answer answer) {
    bent.put(path, answer);
  }

  /** Keeps every answer back until the latch is open. */
  void hold(CountDownLatch latch) {
    held = latch;
  }

  /** Signs with another key from now on, and publishes no other. */
  void changeKeys(String name) {
    key = fresh(name);
    this.name = name;
  }

  /** Grants tokens for that trip that name a key which it does not publish. */
  void grantUnder(String unknown, Departure departure) {
    name = unknown;
    grant(departure);
  }

  /** Requests so far: path, the name in the client's certificate if it showed one, body. */
  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  long asked(String path) {
    return asked().stream().filter(line -> line.startsWith(path + ' ')).count();
  }

  /** Grants tokens for that trip. */
  void grant(Departure departure) {
    String idToken =
        signed(
            new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience("souspli")
                .subject("f:1:2")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("auth_time", now.getEpochSecond())
                .claim("nonce", departure.nonce())
                .claim("acr", "eidas1")
                .build());
    bend(
        "/token",
        Answer.json(200, "{\"token_type\":\"Bearer\",\"access_token\":\"granted\",\"id_token\":\"" + idToken + "\"}"));
    Map<String, Object> exercise =
        Map.of("codeProfession", "21", "activities", List.of(Map.of("numeroFinessSite", "990000010")));
    String userinfo =
        signed(
            new JWTClaimsSet.Builder()
                .subject("f:1:2")
                .claim("SubjectNameID", "810003456789")
                .claim("SubjectRefPro", Map.of("exercices", List.of(exercise)))
                .build());
    bend("/userinfo", new Answer(200, "application/jwt;charset=UTF-8", userinfo, ""));
  }

  private String signed(JWTClaimsSet claims) {
    try {
      SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(name).build(), claims);
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    synchronized (this) {
      asked.add(path + ' ' + peer((HttpsExchange) exchange) + ' ' + body);
    }
    await(held);
    Answer answer = bent.getOrDefault(path, usual(path));
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    if (!answer.location().isEmpty()) {
      exchange.getResponseHeaders().set("Location", answer.location());
    }
    try (exchange) {
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException("stopped", e);
    }
  }

  private static String peer(HttpsExchange exchange) {
    try {
      return exchange.getSSLSession().getPeerPrincipal().getName();
    } catch (SSLPeerUnverifiedException none) {
      return "nobody";
    }
  }

  private Answer usual(String path) {
    String base = issuer().replace("/realm", "");
    return switch (path) {
      case "/realm/.well-known/openid-configuration" -> Answer.json(200, configuration(issuer(), base));
      case "/keys" -> Answer.json(200, new JWKSet(key.toPublicJWK()).toString());
      default -> Answer.json(404, "{}");
    };
  }

  static String configuration(String issuer, String base) {
    return """
        {"issuer": "%1$s", "authorization_endpoint": "%2$s/authorize?with=query", "token_endpoint": "%2$s/token",
         "userinfo_endpoint": "%2$s/userinfo", "jwks_uri": "%2$s/keys",
         "mtls_endpoint_aliases": {"token_endpoint": "%2$s/mutual/token"}}"""
        .formatted(issuer, base);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static RSAKey fresh(String name) {
    try {
      return new RSAKeyGenerator(2048).keyID(name).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
