package souspli.registry;

import jakarta.json.JsonObject;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import souspli.registry.Hold.Reason;
import souspli.settings.RegistrySettings;

/**
 * The one way to the registry. Nothing of a message leaves before the other side has shown a certificate of the
 * right name, valid today, from one of the named authorities; no redirect is followed. One call lasts at most
 * {@code patience}.
 */
final class Registry implements AutoCloseable {
  private final RegistrySettings settings;
  private final SecureRandom random;
  private final Duration patience;
  private HttpClient client;
  private int underWay;

  Registry(RegistrySettings settings, SecureRandom random, Duration patience) {
    this.settings = settings;
    this.random = random;
    this.patience = patience;
  }

  /** Sends one message and says what came of it; never throws for anything that a network can do. */
  Answer send(JsonObject bundle) {
    HttpClient http;
    try {
      http = begin();
    } catch (GeneralSecurityException e) {
      return new Answer.Paused(OptionalInt.empty(), Reason.OUR_FILES);
    }
    byte[] body = Bundle.bytes(bundle);
    try {
      return send(http, bundle, body);
    } finally {
      Arrays.fill(body, (byte) 0); // the client remembers for a while what it was given
      end();
    }
  }

  private Answer send(HttpClient http, JsonObject bundle, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(settings.url())
            .timeout(patience)
            .header("Content-Type", "application/fhir+json; charset=utf-8")
            .header("Accept", "application/fhir+json")
            .header("Prefer", "return=minimal")
            .POST(BodyPublishers.fromPublisher(new Once(body), body.length))
            .build();
    CompletableFuture<HttpResponse<byte[]>> call =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), Answer.LONGEST));
    try {
      HttpResponse<byte[]> response = call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      Answer answer =
          Answer.of(
              bundle, response.statusCode(), response.headers().firstValue("Retry-After"), response.body());
      Arrays.fill(response.body(), (byte) 0); // a refusal quotes the message
      return answer;
    } catch (ExecutionException e) {
      return none(causes(e.getCause()));
    } catch (TimeoutException e) {
      call.cancel(true);
      return lost();
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      return lost();
    }
  }

  /** The files are read anew for the next message: somebody may have mended them. */
  synchronized void forget() {
    if (client != null) {
      client.shutdownNow();
      client = null;
    }
  }

  /** Lines are closed while nothing is sent: their buffers hold what went last over them. */
  synchronized void rest() {
    if (underWay == 0) {
      forget();
    }
  }

  @Override
  public void close() {
    forget();
  }

  private synchronized void end() {
    underWay--;
  }

  private synchronized HttpClient begin() throws GeneralSecurityException {
    HttpClient ready = client();
    underWay++;
    return ready;
  }

  private HttpClient client() throws GeneralSecurityException {
    if (client == null) {
      SSLParameters tls = new SSLParameters();
      tls.setProtocols(new String[] {"TLSv1.3"});
      client =
          HttpClient.newBuilder()
              .sslContext(MutualTls.context(settings, random))
              .sslParameters(tls)
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(patience)
              .build();
    }
    return client;
  }

  /** No answer came. A broken line is tried again; a certificate or a protocol that is wrong stays so. */
  private Answer none(List<Throwable> causes) {
    if (causes.stream().anyMatch(Registry::nobodyWasThere)) {
      return new Answer.Again(OptionalInt.empty(), Optional.empty());
    }
    if (causes.stream().noneMatch(SSLException.class::isInstance)
        || causes.stream().anyMatch(cause -> cause instanceof EOFException || cause instanceof SocketException)
        || says(causes, "close_notify")) {
      return lost();
    }
    return new Answer.Paused(OptionalInt.empty(), reason(causes));
  }

  private static boolean nobodyWasThere(Throwable cause) {
    return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
  }

  /**
   * The registry may be at work on it still, without anybody who waits. It gets twice our patience to come to an
   * end, or an old revision could arrive after a newer one.
   */
  private Answer lost() {
    return new Answer.Again(OptionalInt.empty(), Optional.of(patience.multipliedBy(2)));
  }

  private static Reason reason(List<Throwable> causes) {
    if (causes.stream().anyMatch(
        cause -> cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException)) {
      return Reason.EXPIRED;
    }
    if (causes.stream().anyMatch(CertPathBuilderException.class::isInstance)) {
      return Reason.NOT_TRUSTED;
    }
    // the JDK's check of the name throws the plain type, that of the chain a kind of it
    if (causes.stream().anyMatch(cause -> cause.getClass() == CertificateException.class)) {
      return Reason.WRONG_NAME;
    }
    if (causes.stream().anyMatch(CertificateException.class::isInstance)) {
      return Reason.NOT_TRUSTED;
    }
    return says(causes, "fatal alert") ? Reason.WE_ARE_REFUSED : Reason.NO_TLS;
  }

  private static boolean says(List<Throwable> causes, String words) {
    return causes.stream().map(Throwable::getMessage).anyMatch(text -> text != null && text.contains(words));
  }

  private static List<Throwable> causes(Throwable first) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = first; cause != null && causes.size() < 20; cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }

  /** Hands over the bytes themselves and no copy, so that they can be wiped wherever the client still holds them. */
  private record Once(byte[] body) implements Flow.Publisher<ByteBuffer> {
    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> client) {
      client.onSubscribe(
          new Flow.Subscription() {
            private final AtomicBoolean done = new AtomicBoolean();

            @Override
            public void request(long many) {
              if (!done.getAndSet(true)) {
                client.onNext(ByteBuffer.wrap(body));
                client.onComplete();
              }
            }

            @Override
            public void cancel() {
              done.set(true);
            }
          });
    }
  }
}
