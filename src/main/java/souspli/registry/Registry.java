package souspli.registry;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import souspli.registry.Hold.Reason;
import souspli.settings.RegistrySettings;

/**
 * The one way to the registry. Nothing of a message leaves before the other side has shown a certificate of the
 * right name, valid today, from one of the named authorities; no redirect is followed. One call lasts at most
 * {@code patience}.
 */
final class Registry implements AutoCloseable {
  /** Of our patience, the part in which a registry that is against us has said so. */
  private static final int SILENCE = 6;

  private final RegistrySettings settings;
  private final SecureRandom random;
  private final Duration patience;
  private SSLContext context;
  private HttpClient client;
  private boolean letIn;
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
      return paused(Reason.OUR_FILES);
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
      weAreLetIn(true);
      Answer answer =
          Answer.of(
              bundle, response.statusCode(), response.headers().firstValue("Retry-After"), response.body());
      Arrays.fill(response.body(), (byte) 0); // a refusal quotes the message
      return answer;
    } catch (ExecutionException e) {
      return none(e.getCause());
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
      letIn = false;
      context = MutualTls.context(settings, random);
      client =
          HttpClient.newBuilder()
              .sslContext(context)
              .sslParameters(Handshake.parameters())
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(patience)
              .build();
    }
    return client;
  }

  /** No answer came. A broken line is tried again; a certificate or a protocol that is wrong stays so. */
  private Answer none(Throwable failure) {
    if (Handshake.nobodyWasThere(failure)) {
      return new Answer.Again(OptionalInt.empty(), Optional.empty());
    }
    return Handshake.whyNever(failure).map(Registry::paused).orElseGet(this::cut);
  }

  private static Answer paused(Reason why) {
    return new Answer.Paused(OptionalInt.empty(), why);
  }

  /** A line may be cut because we are refused: unless one was answered since the last that was cut, it is asked. */
  private Answer cut() {
    SSLContext ours = weAreLetIn(false);
    if (ours == null) {
      return lost();
    }
    try {
      Handshake.attempt(ours, settings.url(), patience, patience.dividedBy(SILENCE));
      return lost();
    } catch (IOException e) {
      return Handshake.whyNever(e).map(Registry::paused).orElseGet(this::lost);
    }
  }

  /** Returns what to ask it with, unless it has let us in. */
  private synchronized SSLContext weAreLetIn(boolean now) {
    SSLContext ask = letIn ? null : context;
    letIn = now;
    return ask;
  }

  /**
   * The registry may be at work on it still, without anybody who waits. It gets twice our patience to come to an
   * end, or an old revision could arrive after a newer one.
   */
  private Answer lost() {
    return new Answer.Again(OptionalInt.empty(), Optional.of(patience.multipliedBy(2)));
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
