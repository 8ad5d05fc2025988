package souspli.look;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import souspli.settings.Settings;
import souspli.web.Headers;

/**
 * What patient pages look like, put together once: one style and one script that lie inside the page, and the policy
 * that lets in exactly these bytes. {@code #{look}} in the layout.
 */
@Named("look")
@ApplicationScoped
public class Look {
  private String folder;
  private Brand brand;
  private String style;
  private String script;
  private String policy;

  protected Look() {}

  @Inject
  public Look(Settings settings) {
    this.folder = settings.brand();
    this.brand = Brand.of(folder);
    this.style = Squeezed.style(brand.colours() + Squeezed.file("patient/patient.css"));
    this.script = Squeezed.script(Squeezed.file("patient/patient.js"));
    this.policy =
        Headers.NOTHING + "; img-src data:; style-src " + source(style) + "; script-src " + source(script);
  }

  /** The whole element, like {@link #getScript}. */
  public String getStyle() {
    return "<style>" + style + "</style>";
  }

  /** Makes it before anybody asks, so that a brand that is refused is refused at start. */
  void beReady(@Observes @Initialized(ApplicationScoped.class) Object start) {
    if (policy.isEmpty()) {
      throw new IllegalStateException("a look without a policy");
    }
  }

  /** The whole element: written piece by piece, PrimeFaces would give it a nonce, and no two answers the same bytes. */
  public String getScript() {
    return "<script>" + script + "</script>";
  }

  /** The value of the header that lets both in, and nothing else. */
  public String policy() {
    return policy;
  }

  /** For pages that are no answer of room {@code opening}: the layout calls it before anything is written. */
  public void announce() {
    if (FacesContext.getCurrentInstance().getExternalContext().getResponse() instanceof HttpServletResponse answer) {
      answer.setHeader(Headers.POLICY, policy);
    }
  }

  /** The brand's accent on light paper, as {@code 0xRRGGBB}. */
  public int accent() {
    return brand.accent();
  }

  public String getBrandName() {
    return brand.name();
  }

  /** The brand's colours for pages of staff, as the name of a resource in {@code brands}. */
  public String getColours() {
    return folder + "/brand.css";
  }

  /** The mark as part of the page. */
  public String getMark() {
    return brand.mark();
  }

  /** The mark as an address that asks nobody for anything. */
  public String getIcon() {
    return "data:image/svg+xml," + URLEncoder.encode(brand.mark(), StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String source(String inline) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
