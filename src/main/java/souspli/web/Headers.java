package souspli.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import souspli.settings.Settings;

/**
 * The headers of every answer, errors and static files too. A page that needs more than nothing from the content
 * security policy replaces that one header with its own; nothing else is ever loosened.
 */
public class Headers extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** The name of the one header that pages replace. */
  public static final String POLICY = "Content-Security-Policy";

  /** What every policy of ours begins with; a page appends its styles and scripts. */
  public static final String NOTHING =
      "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

  private final boolean secure;

  @Inject
  Headers(Settings settings) {
    this.secure = "https".equals(settings.baseUrl().getScheme());
  }

  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader(POLICY, NOTHING + "; style-src 'self'; img-src 'self'");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    response.setHeader("X-Robots-Tag", "noindex");
    boolean fixed = request.getRequestURI().startsWith(PublicPaths.RESOURCES);
    response.setHeader("Cache-Control", fixed ? "max-age=3600" : "no-store");
    if (secure) {
      response.setHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    }
    chain.doFilter(request, new OnePolicy(response));
  }

  /**
   * Two policies in one answer would both hold, and the narrower would break the page. PrimeFaces adds its own, with a
   * nonce: that one takes the place of the default, and gives way to what a page has set itself.
   */
  private static final class OnePolicy extends HttpServletResponseWrapper {
    private boolean chosen;

    OnePolicy(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setHeader(String name, String value) {
      chosen |= name.equalsIgnoreCase(POLICY);
      super.setHeader(name, value);
    }

    @Override
    public void addHeader(String name, String value) {
      if (!name.equalsIgnoreCase(POLICY)) {
        super.addHeader(name, value);
      } else if (!chosen) {
        super.setHeader(name, value);
      }
    }
  }
}
