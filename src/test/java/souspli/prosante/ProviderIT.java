package souspli.prosante;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.prosante.AProvider.Answer;
import souspli.prosante.NotVouched.Step;
import souspli.settings.Settings;
import souspli.tls.Pem;

/** The whole conversation with a provider over real TLS, and what happens to one that misbehaves. */
class ProviderIT {
  private static final String CONFIGURATION = "/realm/.well-known/openid-configuration";

  private final Instant now = Instant.now();
  private final Departure departure = new Departure(new byte[Departure.LENGTH], now);

  @TempDir private Path directory;
  private AProvider theirs;

  @BeforeEach
  void start() {
    theirs = new AProvider(directory, now);
    theirs.grant(departure);
  }

  @AfterEach
  void stop() {
    theirs.close();
  }

  @Test
  void isAskedForNothingUntilSomebodyComes() {
    Provider provider = provider(Map.of());
    assertTrue(provider.isThere());
    assertEquals(0, theirs.asked().size());
    URI address = provider.address(departure);
    assertTrue(address.toString().contains("/authorize?with=query&response_type=code&client_id=souspli&"));
    assertTrue(address.toString().contains("redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fstaff%2Fpsc%2Freturn&"));
    assertEquals(1, theirs.asked().size());
  }

  @Test
  void knowsUsByAnAssertionThatOurKeyHasSigned() throws Exception {
    assertEquals("10003456789", provider(Map.of()).vouches("the code", departure).rpps().digits());
    String asked = theirs.asked().stream().filter(line -> line.startsWith("/token ")).findFirst().orElseThrow();
    assertTrue(asked.startsWith("/token nobody grant_type=authorization_code&code=the+code&"), asked);
    assertTrue(asked.contains("&code_verifier=" + departure.verifier()), asked);
    SignedJWT assertion =
        SignedJWT.parse(
            URLDecoder.decode(asked.replaceAll(".*client_assertion=", ""), StandardCharsets.UTF_8));
    ECPublicKey key = (ECPublicKey) Pem.certificates(directory.resolve("client.pem")).getFirst().getPublicKey();
    assertTrue(assertion.verify(new ECDSAVerifier(key)));
    assertEquals("souspli", assertion.getJWTClaimsSet().getSubject());
    assertEquals(theirs.issuer(), assertion.getJWTClaimsSet().getAudience().getFirst());
  }

  @Test
  void knowsUsByTheCertificateOfTheLine() {
    theirs.bend("/mutual/token", Answer.json(400, "{\"error\": \"invalid_grant\"}"));
    Provider provider = provider(Map.of("souspli.psc.client-certificate-file", file("client.pem")));
    assertEquals(Step.CODE_REFUSED, step(provider), "at the address for clients that have one");
    String asked = theirs.asked().getLast();
    assertTrue(asked.startsWith("/mutual/token CN=souspli.example grant_type=authorization_code&"), asked);
    assertFalse(asked.contains("client_assertion"), asked);
  }

  @Test
  void itsKeysAreFetchedAnewForAKeyThatIsUnknownButNotForEachOne() {
    Provider provider = provider(Map.of());
    provider.vouches("code", departure);
    provider.vouches("code", departure);
    assertEquals(1, theirs.asked("/keys"));
    assertEquals(1, theirs.asked(CONFIGURATION));
    theirs.changeKeys("two");
    theirs.grant(departure);
    assertEquals("10003456789", provider.vouches("code", departure).rpps().digits());
    assertEquals(2, theirs.asked("/keys"));
    for (int i = 0; i < 40; i++) {
      theirs.grantUnder("unknown-" + i, departure);
      assertThrows(NotVouched.class, () -> provider.vouches("code", departure));
    }
    assertTrue(theirs.asked("/keys") < 12, theirs.asked().toString());
  }

  @Test
  void whoHasNoCertificateOfTheAuthoritiesIsToldNothing() throws Exception {
    Files.copy(directory.resolve("client.pem"), directory.resolve("others.pem"));
    assertEquals(Step.NO_ANSWER, step(provider(Map.of("souspli.psc.authorities-file", file("others.pem")))));
    assertEquals(0, theirs.asked().size());
    String byNumber = theirs.issuer().replace("localhost", "127.0.0.1");
    assertEquals(Step.NO_ANSWER, step(provider(Map.of("souspli.psc.issuer", byNumber))), "another name");
    assertEquals(0, theirs.asked().size());
  }

  @Test
  void ourOwnFilesAreToBlame() throws Exception {
    Files.writeString(directory.resolve("empty.pem"), "");
    assertEquals(Step.OUR_FILES, step(provider(Map.of("souspli.psc.client-key-file", file("empty.pem")))));
    assertEquals(Step.OUR_FILES, step(provider(Map.of("souspli.psc.authorities-file", file("empty.pem")))));
    assertEquals(Step.OUR_FILES, step(provider(Map.of("souspli.psc.client-certificate-file", file("none.pem")))));
    assertEquals(List.of(), faults(Map.of()));
    assertEquals(
        List.of("souspli.psc: " + file("empty.pem") + ": no PKCS #8 private key in PEM"),
        faults(Map.of("souspli.psc.client-key-file", file("empty.pem"))));
    assertEquals(
        List.of("souspli.psc: " + file("none.pem") + ": cannot be read"),
        faults(Map.of("souspli.psc.client-certificate-file", file("none.pem"))));
  }

  @Test
  void aSlowOneHoldsAtMostEight() throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    theirs.hold(open);
    Provider provider = new Provider(theirs.settings(Map.of()), () -> now, new SecureRandom(), Duration.ofMinutes(5));
    BlockingQueue<Step> turnedAway = new LinkedBlockingQueue<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<URI>> waiting = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        waiting.add(
            threads.submit(
                () -> {
                  try {
                    return provider.address(departure);
                  } catch (NotVouched e) {
                    turnedAway.add(e.step());
                    throw e;
                  }
                }));
      }
      for (int i = 0; i < 4; i++) {
        assertEquals(Step.TOO_MANY, turnedAway.take());
      }
      open.countDown();
      int through = 0;
      for (Future<URI> one : waiting) {
        through += fits(one) ? 1 : 0;
      }
      assertEquals(8, through);
    }
    assertEquals(1, theirs.asked(CONFIGURATION), "which asked once for all of them");
  }

  @Test
  void aSilentOneIsWaitedForNoLongerThanSaid() {
    CountDownLatch open = new CountDownLatch(1);
    theirs.hold(open);
    Provider provider = new Provider(theirs.settings(Map.of()), () -> now, new SecureRandom(), Duration.ofMillis(300));
    assertEquals(Step.NO_ANSWER, step(provider));
    open.countDown();
  }

  @Test
  void whatItSaysOfItselfHasToFit() {
    String base = theirs.issuer().replace("/realm", "");
    String fits = AProvider.configuration(theirs.issuer(), base);
    Map<String, Answer> odd =
        Map.of(
            "another issuer", Answer.json(200, fits.replaceFirst("/realm\"", "/other\"")),
            "a way in clear", Answer.json(200, fits.replace(base + "/token", "http://localhost/token")),
            "no way", Answer.json(200, fits.replace("userinfo_endpoint", "other_endpoint")),
            "a file", Answer.json(200, fits.replace(base + "/keys", "file:///etc/hostname")),
            "noise", Answer.json(200, "[]"),
            "no page", Answer.json(404, fits),
            "another page", new Answer(302, "text/html", "", base + "/elsewhere"));
    odd.forEach(
        (what, answer) -> {
          theirs.bend(CONFIGURATION, answer);
          assertEquals(Step.ODD_ANSWER, step(provider(Map.of())), what);
        });
    assertEquals(0, theirs.asked("/elsewhere") + theirs.asked("/token"));
    theirs.bend(CONFIGURATION, Answer.json(200, " ".repeat(262_145)));
    assertEquals(Step.NO_ANSWER, step(provider(Map.of())), "longer than anybody reads");
  }

  @Test
  void whatItGrantsHasToFit() {
    Provider provider = provider(Map.of());
    theirs.bend("/token", Answer.json(400, "{\"error\": \"invalid_grant\", \"error_description\": \"needle\"}"));
    assertEquals(Step.CODE_REFUSED, step(provider));
    theirs.bend("/token", Answer.json(401, "{\"error\": \"invalid_client\"}"));
    assertEquals(Step.CLIENT_REFUSED, step(provider));
    theirs.bend("/token", Answer.json(200, "{\"access_token\": \"granted\"}"));
    assertEquals(Step.ODD_ANSWER, step(provider));
    theirs.bend("/token", Answer.json(502, "<html>"));
    assertEquals(Step.ODD_ANSWER, step(provider));
    theirs.grant(departure);
    theirs.bend("/userinfo", Answer.json(200, "{\"sub\": \"f:1:2\", \"SubjectNameID\": \"810003456789\"}"));
    assertEquals(Step.USERINFO, step(provider), "without a signature");
    theirs.grant(departure);
    assertEquals("10003456789", provider.vouches("code", departure).rpps().digits(), "and then it is well again");
  }

  private Step step(Provider provider) {
    return assertThrows(NotVouched.class, () -> provider.vouches("code", departure)).step();
  }

  private static boolean fits(Future<URI> one) throws InterruptedException {
    try {
      return one.get().toString().contains("code_challenge=");
    } catch (ExecutionException turnedAway) {
      return false;
    }
  }

  private List<String> faults(Map<String, String> more) {
    return ProSanteFiles.faults(theirs.settings(more).psc().orElseThrow());
  }

  private String file(String name) {
    return directory.resolve(name).toString();
  }

  private Provider provider(Map<String, String> more) {
    Settings settings = theirs.settings(more);
    return new Provider(settings, () -> now, new SecureRandom());
  }
}
