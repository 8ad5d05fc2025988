package souspli.prosante;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLParameters;
import souspli.prosante.NotVouched.Step;
import souspli.settings.PscSettings;

/**
 * The one way to the provider: its certificate and name are checked, no redirect is followed, an answer has at most
 * 256 KiB and comes within {@code patience}, body and all.
 */
final class Line implements AutoCloseable {
  private static final int LONGEST = 262_144;

  private final HttpClient client;
  private final Duration patience;

  Line(PscSettings settings, SecureRandom random, Duration patience) {
    this.patience = patience;
    SSLParameters tls = new SSLParameters();
    tls.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    try {
      client =
          HttpClient.newBuilder()
              .sslContext(ProSanteFiles.context(settings, random))
              .sslParameters(tls)
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(patience)
              .build();
    } catch (GeneralSecurityException e) {
      throw new NotVouched(Step.OUR_FILES, e);
    }
  }

  /** What came back: nothing of it is shown to anybody. */
  record Reply(int status, String type, String body) {}

  Reply get(URI where, String accept) {
    return send(HttpRequest.newBuilder(where).header("Accept", accept).GET());
  }

  Reply get(URI where, String accept, String bearer) {
    return send(
        HttpRequest.newBuilder(where).header("Accept", accept).header("Authorization", "Bearer " + bearer).GET());
  }

  Reply post(URI where, String form) {
    return send(
        HttpRequest.newBuilder(where)
            .header("Accept", "application/json")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private Reply send(HttpRequest.Builder request) {
    CompletableFuture<HttpResponse<byte[]>> call =
        client.sendAsync(
            request.timeout(patience).build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST));
    try {
      HttpResponse<byte[]> response = call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new Reply(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "").strip(),
          new String(response.body(), StandardCharsets.UTF_8));
    } catch (ExecutionException e) {
      throw new NotVouched(e.getCause() instanceof IOException ? Step.NO_ANSWER : Step.ODD_ANSWER, e);
    } catch (TimeoutException e) {
      call.cancel(true);
      throw new NotVouched(Step.NO_ANSWER, e);
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      throw new NotVouched(Step.NO_ANSWER, e);
    }
  }

  @Override
  public void close() {
    client.shutdown(); // whoever still waits may have the answer
  }
}
