package souspli.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import souspli.fixtures.ACounter;
import souspli.issuing.IssuedSlip;
import souspli.registry.Queue;
import souspli.registry.Sender;
import souspli.standin.Authority;
import souspli.standin.Fault;
import souspli.standin.StandInRegistry;

/** Somebody who stands where the registry should, or leads to where they stand, gets no report of anybody. */
class FalseRegistryAttack {
  private static final Instant NOW = Instant.now();
  private static final Instant BEFORE = NOW.minus(Duration.ofDays(2));
  private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
  private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

  @TempDir private Path directory;
  private final Authority right = authority();

  @Test
  void signedBySomebodyElse() throws Exception {
    assertGetsNothing(authority().identity("localhost", BEFORE, TOMORROW), Fault.NONE, "signed by no authority");
  }

  @Test
  void withACertificateThatHasExpired() throws Exception {
    assertGetsNothing(right.identity("localhost", BEFORE, YESTERDAY), Fault.NONE, "not valid today");
  }

  @Test
  void withSomebodyElsesCertificate() throws Exception {
    assertGetsNothing(right.identity("other.example", BEFORE, TOMORROW), Fault.NONE, "another name");
  }

  @Test
  void withARedirect() throws Exception {
    assertGetsNothing(right.identity("localhost", BEFORE, TOMORROW), Fault.REDIRECT, "another address");
  }

  @Test
  void inPlainHttp() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    identify();
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> answer(plain, heard));
      ACounter counter = new ACounter(directory, settings(URI.create("https://localhost:" + plain.getLocalPort())));
      try (IssuedSlip _ = counter.aReadyLink(ACounter.FOUND);
          IssuedSlip _ = counter.aReadyLink(ACounter.NOT_FOUND)) {
        Sender sender = sender(counter);
        assertEquals(1, sender.drain(), "the second is not even tried");
        assertOneLine("does not speak TLS", sender);
        assertEquals(2, new Queue(counter.database).figures().waiting());
      }
    }
    assertEquals(1, heard.size());
    assertFalse(heard.getFirst().contains("Bundle"));
  }

  private static void answer(ServerSocket plain, List<String> heard) {
    try (Socket line = plain.accept()) {
      byte[] first = new byte[1 << 16];
      int length = line.getInputStream().read(first);
      heard.add(new String(first, 0, length, StandardCharsets.ISO_8859_1));
      line.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The queue stops with one line; what is owed is owed still, and goes to the right one when that is back. */
  private void assertGetsNothing(Authority.Identity shown, Fault fault, String why) throws Exception {
    identify();
    Authority.Identity honest = right.identity("localhost", BEFORE, TOMORROW);
    URI url;
    ACounter counter;
    Sender sender;
    try (StandInRegistry standIn =
        StandInRegistry.start(0, directory.resolve("false"), shown, right.certificate(), () -> fault)) {
      url = standIn.url();
      counter = new ACounter(directory, settings(url));
      try (IssuedSlip _ = counter.aReadyLink(ACounter.FOUND);
          IssuedSlip _ = counter.aReadyLink(ACounter.NOT_FOUND)) {
        sender = sender(counter);
        assertEquals(1, sender.drain(), "the second is not even tried");
      }
      assertEquals(0, sender.drain());
      assertEquals(List.of(), standIn.changes());
    }
    assertOneLine(why, sender);
    assertEquals(2, new Queue(counter.database).figures().waiting());

    Path journal = directory.resolve("right");
    try (StandInRegistry back =
        StandInRegistry.start(url.getPort(), journal, honest, right.certificate(), () -> Fault.NONE)) {
      sender.lookAgain();
      assertEquals(2, sender.drain());
      assertEquals(Optional.empty(), sender.pause());
      assertEquals(2, back.changes().size());
    }
  }

  private static void assertOneLine(String why, Sender sender) {
    String line = sender.pause().orElseThrow();
    assertTrue(line.contains(why), line);
    assertFalse(line.contains("Lefèvre") || line.contains("\n"), line);
  }

  private void identify() throws IOException {
    right.write(directory.resolve("authorities.pem"));
    right.identity("portal", BEFORE, TOMORROW)
        .write(directory.resolve("client-key.pem"), directory.resolve("client.pem"));
  }

  private Map<String, String> settings(URI url) {
    return Map.of(
        "souspli.registry.url", url.toString(),
        "souspli.registry.client-key-file", directory.resolve("client-key.pem").toString(),
        "souspli.registry.client-certificate-file", directory.resolve("client.pem").toString(),
        "souspli.registry.authorities-file", directory.resolve("authorities.pem").toString());
  }

  private static Sender sender(ACounter counter) {
    return new Sender(
        counter.database, counter.keys, counter.events, counter.settings, counter.clock, counter.random);
  }

  private static Authority authority() {
    return new Authority("One of many", BEFORE, TOMORROW, new SecureRandom());
  }
}
