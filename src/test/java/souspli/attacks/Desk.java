package souspli.attacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import souspli.fixtures.Portal;

/** Somebody at a desk of staff who does not use its pages as they are, but writes each request by hand. */
final class Desk {
  private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Pattern STATE = Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]*)\"");
  private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]*)\"");
  private static final Pattern UPDATED =
      Pattern.compile("jakarta\\.faces\\.ViewState:\\d+\"><!\\[CDATA\\[([^\\]]*)]]>");

  private final Portal portal;
  private final String cookie;

  /**
   * @param cookie empty for somebody who is not signed in
   */
  Desk(Portal portal, String cookie) {
    this.portal = portal;
    this.cookie = cookie;
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /**
   * What a page remembers by: its view's state and the mark of its scripts, which a browser sends back with each form.
   */
  record View(String state, String nonce) {
    static View of(String html) {
      return new View(found(STATE, html), found(NONCE, html));
    }

    /** After a script's request. */
    View after(HttpResponse<String> answer) {
      return new View(found(UPDATED, answer.body()), nonce);
    }

    private static String found(Pattern pattern, String text) {
      Matcher found = pattern.matcher(text);
      if (!found.find()) {
        throw new IllegalStateException("no " + pattern + " in " + text);
      }
      return found.group(1);
    }
  }

  /** A fresh view of this page in this session. */
  View view(String page) {
    return View.of(get(page).body());
  }

  /**
   * Presses a command that need not be on the page.
   *
   * @param more further fields
   */
  HttpResponse<String> press(
      String page, MatrixTable.Command command, View view, boolean ajax, Map<String, String> more) {
    Map<String, String> form = new TreeMap<>(more);
    form.put(command.form(), command.form());
    form.put("jakarta.faces.ViewState", view.state());
    form.put("primefaces.nonce", view.nonce());
    form.putIfAbsent(command.parameter(), command.parameter());
    HttpRequest.Builder request = request(page).header("Content-Type", "application/x-www-form-urlencoded");
    if (ajax) {
      form.put("jakarta.faces.source", command.parameter());
      form.put("jakarta.faces.partial.ajax", "true");
      form.put("jakarta.faces.partial.execute", "@all");
      form.put("jakarta.faces.partial.render", "@all");
      request.header("Faces-Request", "partial/ajax");
    }
    String body =
        form.entrySet().stream()
            .map(field -> encoded(field.getKey()) + '=' + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Status, body, and the headers but for those of the moment. */
  static String bytes(HttpResponse<String> answer) {
    Map<String, Object> headers = new TreeMap<>(answer.headers().map());
    headers.remove("date");
    headers.remove("connection");
    return answer.statusCode() + " " + headers + '\n' + answer.body();
  }

  private HttpRequest.Builder request(String path) {
    ThreadLocalRandom chance = ThreadLocalRandom.current();
    String address = "%d.%d.%d.8".formatted(chance.nextInt(11, 99), chance.nextInt(256), chance.nextInt(256));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(portal.baseUrl() + path))
            .header("X-Forwarded-For", address)
            .header("Sec-Fetch-Site", "same-origin");
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
