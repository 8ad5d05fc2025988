package souspli.trust;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import souspli.settings.Settings;

/**
 * The files that are asked for by name: {@code /robots.txt} (RFC 9309: nothing here is for an index), {@code
 * /.well-known/security.txt} (RFC 9116) and {@code /favicon.svg} (the brand's mark).
 */
@WebServlet("/-/public-files")
public class PublicFiles extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int DAYS_OF_SECURITY_TXT = 180;

  private final transient Settings settings;
  private final transient InstantSource clock;

  @Inject
  PublicFiles(Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    switch (String.valueOf(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI))) {
      case "/robots.txt" -> send(response, "text/plain;charset=utf-8", "User-agent: *\nDisallow: /\n");
      case "/.well-known/security.txt" -> send(response, "text/plain;charset=utf-8", securityTxt());
      case "/favicon.svg" -> send(response, "image/svg+xml", mark());
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private String securityTxt() {
    return """
        Contact: %1$s/trust
        Expires: %2$s
        Preferred-Languages: fr, en
        Canonical: %1$s/.well-known/security.txt
        """
        .formatted(
            settings.baseUrl(),
            clock.instant().plus(DAYS_OF_SECURITY_TXT, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS));
  }

  private String mark() throws IOException {
    String name = "/webapp-themes/brands/" + settings.brand() + "/logo.svg";
    try (InputStream logo = PublicFiles.class.getResourceAsStream(name)) {
      if (logo == null) {
        throw new IllegalStateException("no " + name);
      }
      return new String(logo.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void send(HttpServletResponse response, String type, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    response.setContentType(type);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
