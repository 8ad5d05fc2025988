package souspli.trust;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import souspli.settings.Settings;

/** The page {@code /trust}: what is promised, and what runs here. */
@Named
@RequestScoped
public class TrustPage {
  /** Typed inside the unpacked application, it prints the fingerprint; the same as {@link Build} computes. */
  static final String COMMAND = "find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum";

  private Build build;
  private Settings settings;

  protected TrustPage() {}

  @Inject
  TrustPage(Build build, Settings settings) {
    this.build = build;
    this.settings = settings;
  }

  public String getVersion() {
    return build.version();
  }

  /** In eight groups of eight, so that it can be read aloud and compared. */
  public String getFingerprint() {
    return build.fingerprint().replaceAll(".{8}(?!$)", "$0 ");
  }

  public String getCommand() {
    return COMMAND;
  }

  public String getHost() {
    return settings.baseUrl().getAuthority();
  }

  public int getReadableDays() {
    return settings.readableDays();
  }

  public int getCustodyDays() {
    return settings.custodyDays();
  }
}
