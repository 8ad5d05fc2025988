package souspli.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** All that pharmacy software needs: one address, one key, five calls in HTTP/1.1. Copy it. */
public final class SampleClient {
  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String slips;
  private final String key;

  public SampleClient(String baseUrl, String key) {
    this.slips = baseUrl + "/api/v1/slips";
    this.key = key;
  }

  /** What came back: {@code json} is a problem detail unless the status is below 300. */
  public record Answer(int status, JsonObject json) {}

  /** The same {@code sample} never issues twice; the code is in the first answer alone. */
  public Answer issue(String sample, JsonObject slip) throws IOException, InterruptedException {
    return send(to("").header("Idempotency-Key", sample).POST(HttpRequest.BodyPublishers.ofString(slip.toString())));
  }

  public Answer putResult(String slipNumber, JsonObject result) throws IOException, InterruptedException {
    return send(to("/" + slipNumber + "/result").PUT(HttpRequest.BodyPublishers.ofString(result.toString())));
  }

  public Answer reissue(String slipNumber, JsonObject correction) throws IOException, InterruptedException {
    return send(to("/" + slipNumber + "/reissue").POST(HttpRequest.BodyPublishers.ofString(correction.toString())));
  }

  public Answer withdraw(String slipNumber) throws IOException, InterruptedException {
    return send(to("/" + slipNumber + "/withdraw").POST(HttpRequest.BodyPublishers.noBody()));
  }

  public Answer state(String slipNumber) throws IOException, InterruptedException {
    return send(to("/" + slipNumber).GET());
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(slips + path))
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", "application/json");
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return new Answer(answer.statusCode(), reader.readObject());
    }
  }
}
