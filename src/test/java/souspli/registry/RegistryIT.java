package souspli.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.registry.Hold.Reason;
import souspli.registry.Report.Status;
import souspli.result.TestKind;
import souspli.settings.RegistrySettings;
import souspli.standin.Authority;
import souspli.standin.Fault;

/** One message over real TLS: who gets it, who does not, and what each answer means. */
class RegistryIT {
  private static final JsonObject BUNDLE =
      Bundle.of(AReport.of(Status.FINAL, TestKind.TRIPLEX, AReport.somebody()), false);

  @TempDir private Path directory;

  @Test
  void arrivesOnceHoweverOftenItIsSent() {
    try (ARegistry registry = new ARegistry(directory)) {
      for (int i = 0; i < 3; i++) {
        assertInstanceOf(Answer.Acknowledged.class, send(registry.settings()));
      }
      assertEquals(
          "[{\"reportId\":\"" + AReport.ID.hex() + "\",\"status\":\"final\",\"version\":1}]", registry.journal());
    }
  }

  @Test
  void eachAnswerMeansWhatTheTableSays() {
    AtomicReference<Fault> fault = new AtomicReference<>();
    Duration patience = Duration.ofSeconds(30);
    Duration hardlyAny = Duration.ofSeconds(1); // for who takes three, and for nobody else: a machine may be busy
    try (ARegistry registry = new ARegistry(directory, fault::get);
        Registry patient = new Registry(registry.settings(), new SecureRandom(), patience);
        Registry impatient = new Registry(registry.settings(), new SecureRandom(), hardlyAny)) {
      for (Fault each : Fault.values()) {
        fault.set(each);
        Answer expected =
            switch (each) {
              case NONE -> new Answer.Acknowledged();
              case UNAVAILABLE -> new Answer.Again(OptionalInt.of(503), Optional.of(Duration.ofSeconds(1)));
              case BROKEN -> new Answer.Again(OptionalInt.of(500), Optional.empty());
              case CONFLICT -> new Answer.Again(OptionalInt.of(409), Optional.empty());
              case TOO_MANY -> new Answer.Again(OptionalInt.of(429), Optional.empty());
              case UNPROCESSABLE -> new Answer.Rejected(422, Optional.of(Transfer.Mend.POSTAL_CODE));
              case FORBIDDEN -> new Answer.Paused(OptionalInt.of(403), Reason.WE_ARE_REFUSED);
              case PRECONDITION -> new Answer.PersonLooks(412);
              case REDIRECT -> new Answer.Paused(OptionalInt.of(307), Reason.REDIRECTED);
              case UNREADABLE -> new Answer.Again(OptionalInt.of(200), Optional.empty());
              case CLOSES_BEFORE, CLOSES_AFTER ->
                  new Answer.Again(OptionalInt.empty(), Optional.of(patience.multipliedBy(2)));
              case SLOW -> new Answer.Again(OptionalInt.empty(), Optional.of(hardlyAny.multipliedBy(2)));
            };
        assertEquals(expected, (each == Fault.SLOW ? impatient : patient).send(BUNDLE), each.name());
      }
    }
  }

  @Test
  void aWrongAuthorityAnExpiredCertificateAndAWrongNameGetNothing() throws IOException {
    try (ARegistry registry = new ARegistry(directory)) {
      new Authority("Another", ARegistry.FROM, ARegistry.UNTIL, new SecureRandom())
          .write(directory.resolve("authorities.pem"));
      assertPaused(Reason.NOT_TRUSTED, registry, registry.settings());
    }
    try (ARegistry registry =
        new ARegistry(directory, () -> Fault.NONE, "localhost", ARegistry.NOW.minus(Duration.ofHours(1)))) {
      assertPaused(Reason.EXPIRED, registry, registry.settings());
    }
    try (ARegistry registry = new ARegistry(directory, () -> Fault.NONE, "registry.example", ARegistry.UNTIL)) {
      assertPaused(Reason.WRONG_NAME, registry, registry.settings());
    }
  }

  @Test
  void aRegistryThatDoesNotKnowUsGetsNothing() throws IOException {
    try (ARegistry registry = new ARegistry(directory)) {
      registry.identify(new Authority("Another", ARegistry.FROM, ARegistry.UNTIL, new SecureRandom()));
      for (int i = 0; i < 10; i++) {
        assertPaused(Reason.WE_ARE_REFUSED, registry, registry.settings()); // the first time, each time
      }
      assertEquals(List.of(), registry.standIn.changes());
    }
  }

  @Test
  void plainHttpGetsNothing() throws IOException {
    try (ARegistry registry = new ARegistry(directory);
        ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<byte[]> heard = CompletableFuture.supplyAsync(() -> answerInPlainHttp(plain));
      URI there = URI.create("https://localhost:" + plain.getLocalPort() + "/fhir");
      assertPaused(Reason.NO_TLS, registry, registry.settings(there));
      assertFalse(new String(heard.join(), StandardCharsets.UTF_8).contains("Bundle"));
    }
  }

  private static byte[] answerInPlainHttp(ServerSocket plain) {
    try (Socket socket = plain.accept()) {
      byte[] heard = new byte[4096];
      int length = socket.getInputStream().read(heard);
      socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      return Arrays.copyOf(heard, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aRedirectIsNotFollowed() throws IOException {
    AtomicInteger requests = new AtomicInteger();
    HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    elsewhere.createContext("/", exchange -> requests.incrementAndGet());
    elsewhere.start();
    try (ARegistry registry = new ARegistry(directory, () -> Fault.REDIRECT)) {
      assertPaused(Reason.REDIRECTED, registry, registry.settings());
      assertEquals(0, requests.get());
    } finally {
      elsewhere.stop(0);
    }
  }

  @Test
  void filesThatDoNotFitPauseAndMendedOnesAreReadAnew() throws IOException {
    try (ARegistry registry = new ARegistry(directory);
        Registry ours = new Registry(registry.settings(), new SecureRandom(), Duration.ofSeconds(5))) {
      Path key = directory.resolve("client-key.pem");
      String right = Files.readString(key);
      Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
      assertEquals(new Answer.Paused(OptionalInt.empty(), Reason.OUR_FILES), ours.send(BUNDLE));
      Files.writeString(key, right);
      ours.forget();
      assertInstanceOf(Answer.Acknowledged.class, ours.send(BUNDLE));
    }
  }

  @Test
  void nobodyThereIsTriedAgain() {
    ARegistry registry = new ARegistry(directory);
    registry.close();
    assertEquals(new Answer.Again(OptionalInt.empty(), Optional.empty()), send(registry.settings()));
  }

  private static void assertPaused(Reason why, ARegistry registry, RegistrySettings settings) {
    Answer.Paused paused = assertInstanceOf(Answer.Paused.class, send(settings));
    assertEquals(why, paused.reason());
    assertEquals(List.of(), registry.standIn.changes());
    assertTrue(why.text().lines().count() == 1);
  }

  private static Answer send(RegistrySettings settings) {
    try (Registry registry = new Registry(settings, new SecureRandom(), Duration.ofSeconds(30))) {
      return registry.send(BUNDLE);
    }
  }
}
